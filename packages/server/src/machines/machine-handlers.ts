import type { DataParts } from '../http/data-parts.ts';
import type { Handlers } from '../http/handler.ts';
import { createListConnections } from './list-connections.ts';
import { createListContainers } from './list-containers.ts';
import { createListDns } from './list-dns.ts';
import { createListExecs } from './list-execs.ts';
import { createListGaps } from './list-gaps.ts';
import { createListListeners } from './list-listeners.ts';
import { createListMetrics } from './list-metrics.ts';
import { createListProcesses } from './list-processes.ts';
import { machineListHandlers } from './machine-list-handlers.ts';

type MachineEndpoint =
  | keyof ReturnType<typeof machineListHandlers>
  | 'listMachineProcesses'
  | 'listMachineExecs'
  | 'listMachineConnections'
  | 'listMachineListeners'
  | 'listMachineDns'
  | 'listMachineContainers'
  | 'listMachineMetrics'
  | 'listMachineGaps';

/** Machines and what happened on them. */
export function machineHandlers(parts: DataParts): Handlers<MachineEndpoint> {
  return {
    ...machineListHandlers(parts),
    listMachineProcesses: createListProcesses(parts),
    listMachineExecs: createListExecs(parts),
    listMachineConnections: createListConnections(parts),
    listMachineListeners: createListListeners(parts),
    listMachineDns: createListDns(parts),
    listMachineContainers: createListContainers(parts),
    listMachineMetrics: createListMetrics(parts),
    listMachineGaps: createListGaps(parts),
  };
}
