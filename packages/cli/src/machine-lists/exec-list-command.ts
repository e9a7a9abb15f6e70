import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const execListCommand = machineListOf({
  word: 'exec',
  summary: 'Every program started on a machine, newest first',
  things: 'program starts',
  takesText: true,
  ask: (environment, question) => askServer(environment, 'listMachineExecs', question),
  columns: [
    { title: 'AT', value: (row) => row.executedAt },
    { title: 'PID', value: (row) => String(row.pid) },
    { title: 'USER', value: (row) => row.userName ?? String(row.uid) },
    { title: 'PARENT', value: (row) => row.parentExePath, maxWidth: 32 },
    { title: 'CWD', value: (row) => row.cwd, maxWidth: 32 },
    { title: 'COMMAND', value: (row) => row.commandLine || row.exePath, maxWidth: 100 },
  ],
});
