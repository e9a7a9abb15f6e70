import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const listenerListCommand = machineListOf({
  word: 'listener',
  summary: 'Listening sockets of a machine',
  things: 'listening sockets',
  takesText: false,
  ask: (environment, { text: _text, ...question }) => askServer(environment, 'listMachineListeners', question),
  columns: [
    { title: 'PROTOCOL', value: (row) => row.protocol },
    { title: 'ADDRESS', value: (row) => row.address },
    { title: 'PORT', value: (row) => String(row.port) },
    { title: 'USER', value: (row) => row.userName },
    { title: 'STATE', value: (row) => (row.closedAt === undefined ? 'open' : `closed ${row.closedAt}`) },
    { title: 'APPLICATION', value: (row) => row.application, maxWidth: 64, cutAt: 'middle' },
    { title: 'EXECUTABLE', value: (row) => row.exePath, maxWidth: 64 },
  ],
});
