import { askServer } from '../api-command/ask-server.ts';
import { machineListOf } from './machine-list-command.ts';

export const containerListCommand = machineListOf({
  word: 'container',
  summary: 'Containers seen on a machine',
  things: 'containers',
  takesText: false,
  ask: (environment, { text: _text, ...question }) => askServer(environment, 'listMachineContainers', question),
  columns: [
    { title: 'CONTAINER', value: (row) => row.containerId.slice(0, 12) },
    { title: 'NAME', value: (row) => row.name, maxWidth: 40 },
    { title: 'IMAGE', value: (row) => [row.imageRepository, row.imageTag].filter(Boolean).join(':'), maxWidth: 60 },
    { title: 'RUNTIME', value: (row) => row.runtime },
    { title: 'POD', value: (row) => [row.podNamespace, row.podName].filter(Boolean).join('/'), maxWidth: 60 },
    { title: 'STARTED', value: (row) => row.startedAt },
    { title: 'STOPPED', value: (row) => row.stoppedAt },
  ],
});
