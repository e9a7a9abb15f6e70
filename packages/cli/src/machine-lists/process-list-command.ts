import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const processListCommand = machineListOf({
  word: 'process',
  summary: 'Processes of a machine, newest first',
  things: 'processes',
  takesText: true,
  ask: (environment, question) => askServer(environment, 'listMachineProcesses', question),
  columns: [
    { title: 'STARTED', value: (row) => row.startedAt },
    { title: 'PID', value: (row) => String(row.pid) },
    { title: 'PARENT', value: (row) => String(row.parentPid) },
    { title: 'USER', value: (row) => row.userName ?? String(row.uid) },
    { title: 'STATE', value: (row) => (row.exitedAt === undefined ? 'running' : `exited ${row.exitSignal ?? row.exitCode ?? ''}`.trim()) },
    { title: 'APPLICATION', value: (row) => row.application, maxWidth: 64, cutAt: 'middle' },
    { title: 'COMMAND', value: (row) => row.commandLine || `[${row.comm}]`, maxWidth: 100 },
  ],
});
