import { agentGap, agentMetric } from './agent-tables.ts';
import { connection, dns, listener } from './network-tables.ts';
import { applicationSeen, edgeHour, edgeSeen, machineHour, nodeHour } from './graph-tables.ts';
import { container, machine } from './inventory-tables.ts';
import { exec, process } from './process-tables.ts';
import type { Table } from './table.ts';

/** Every table of the warehouse, by name. */
export const tables = {
  machine,
  process,
  exec,
  connection,
  listener,
  dns,
  container,
  agent_metric: agentMetric,
  agent_gap: agentGap,
  edge_hour: edgeHour,
  node_hour: nodeHour,
  edge_seen: edgeSeen,
  application_seen: applicationSeen,
  machine_hour: machineHour,
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
