import { askServer } from '../api-command/ask-server.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import { machineListOf } from './machine-list-command.ts';

export const connectionListCommand = machineListOf({
  word: 'connection',
  summary: 'Connections of a machine, one row per application, peer, port and direction',
  things: 'connections',
  takesText: true,
  ask: (environment, question) => askServer(environment, 'listMachineConnections', question),
  columns: [
    { title: 'APPLICATION', value: (row) => row.application, maxWidth: 64, cutAt: 'middle' },
    { title: '', value: (row) => (row.direction === 'outbound' ? '→' : '←') },
    { title: 'PEER', value: (row) => row.peerApplication ?? row.peerName ?? row.peerAddress, maxWidth: 64, cutAt: 'middle' },
    { title: 'PORT', value: (row) => String(row.port) },
    { title: 'OPENED', value: (row) => row.opened },
    { title: 'FAILED', value: (row) => row.failed },
    { title: 'SENT', value: (row) => formatBytes(row.sentBytes) },
    { title: 'RECEIVED', value: (row) => formatBytes(row.receivedBytes) },
    { title: 'LAST', value: (row) => row.lastAt },
  ],
});
