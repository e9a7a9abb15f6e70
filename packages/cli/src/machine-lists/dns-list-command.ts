import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const dnsListCommand = machineListOf({
  word: 'dns',
  summary: 'Names that a machine asked for, newest first',
  things: 'DNS requests',
  takesText: true,
  ask: (environment, question) => askServer(environment, 'listMachineDns', question),
  columns: [
    { title: 'AT', value: (row) => row.askedAt },
    { title: 'NAME', value: (row) => row.name, maxWidth: 80 },
    { title: 'TYPE', value: (row) => row.recordType },
    { title: 'ANSWER', value: (row) => row.answerAddress ?? row.responseCode },
    { title: 'SERVER', value: (row) => row.serverAddress },
    { title: 'APPLICATION', value: (row) => row.application, maxWidth: 64, cutAt: 'middle' },
  ],
});
