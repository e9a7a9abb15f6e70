import { askServer } from '../api-command/ask-server.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import { machineListOf } from './machine-list-command.ts';

export const metricListCommand = machineListOf({
  word: 'metric',
  summary: "What a machine's agent says about itself: CPU, memory, loss, queue",
  things: 'metrics',
  takesText: false,
  ask: (environment, { machineId, from, to }) =>
    askServer(environment, 'listMachineMetrics', {
      machineId,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  columns: [
    { title: 'AT', value: (row) => row.at },
    { title: 'CPU %', value: (row) => row.cpuPercent.toFixed(2) },
    { title: 'KERNEL %', value: (row) => row.kernelPercent?.toFixed(2) },
    { title: 'MEMORY', value: (row) => formatBytes(row.residentBytes) },
    { title: 'CAPTURED', value: (row) => row.captured },
    { title: 'LOST', value: (row) => row.lost },
    { title: 'ROWS SENT', value: (row) => row.rowsSent },
    { title: 'QUEUED', value: (row) => row.queuedRows },
    { title: 'SPOOLED', value: (row) => formatBytes(row.spooledBytes) },
  ],
});
