import type { ListenerRow, MachineRow, NodeRow } from '@weft/graph';
import { distinctMerge } from '@weft/schema';
import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const nodeRow: z.ZodType<NodeRow> = z.object({
  application: z.string(),
  machineId: z.string(),
  instances: z.int(),
  users: z.array(z.string()),
  firstAt: z.string(),
  lastAt: z.string(),
});

/** Applications of whole hours, one row per machine. */
export async function askNodes(warehouse: Warehouse, range: TimeRange): Promise<readonly NodeRow[]> {
  return warehouse.query(nodeRow, {
    sql: `SELECT
        application, machine_id AS machineId, ${distinctMerge('node_hour.instances')} AS instances,
        groupUniqArrayArray(100)(node_hour.users) AS users, min(first_at) AS firstAt, max(last_at) AS lastAt
      FROM node_hour
      WHERE hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)}
      GROUP BY application, machine_id`,
    parameters: { ...range },
  });
}

const machineRow: z.ZodType<MachineRow> = z.object({ id: z.string(), hostname: z.string(), addresses: z.array(z.string()) });

export async function askMachines(warehouse: Warehouse): Promise<readonly MachineRow[]> {
  return warehouse.query(machineRow, { sql: 'SELECT machine_id AS id, hostname, addresses FROM machine FINAL' });
}

const listenerRow: z.ZodType<ListenerRow> = z.object({
  machineId: z.string(),
  address: z.string(),
  port: z.int(),
  application: z.string(),
});

export async function askListeners(warehouse: Warehouse, range: TimeRange): Promise<readonly ListenerRow[]> {
  return warehouse.query(listenerRow, {
    sql: `SELECT DISTINCT machine_id AS machineId, address, port, application
      FROM listener
      WHERE seen_at >= {from:DateTime64(3)} AND seen_at < {to:DateTime64(3)}`,
    parameters: { ...range },
  });
}
