import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const gapListCommand = machineListOf({
  word: 'gap',
  summary: "Stretches of time in which a machine's agent lost something",
  things: 'gaps',
  takesText: false,
  ask: (environment, { text: _text, ...question }) => askServer(environment, 'listMachineGaps', question),
  columns: [
    { title: 'FROM', value: (row) => row.startedAt },
    { title: 'TO', value: (row) => row.endedAt },
    { title: 'WHERE', value: (row) => row.lostWhere },
    { title: 'WHAT', value: (row) => row.lostWhat },
    { title: 'LOST', value: (row) => row.lost },
    { title: 'REASON', value: (row) => row.reason, maxWidth: 100 },
  ],
});
