import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const texts = z.record(z.string(), z.string());

const stateRow = z.object({
  id: z.string(),
  hostname: z.string(),
  seenAt: z.string(),
  osName: z.string(),
  osVersion: z.string(),
  osDescription: z.string(),
  kernelRelease: z.string(),
  architecture: z.string(),
  cpuModel: z.string().nullable(),
  cpuCount: z.int(),
  memoryBytes: z.int(),
  bootedAt: z.string(),
  addresses: z.array(z.string()),
  tags: texts,
  agentVersion: z.string(),
  agentStartedAt: z.string(),
  tiers: texts,
  tierReasons: texts,
});

/** A machine as its agent last described it. */
export type MachineState = z.output<typeof stateRow>;

const SELECT = `SELECT
    machine_id AS id, hostname, seen_at AS seenAt, os_name AS osName, os_version AS osVersion, os_description AS osDescription,
    kernel_release AS kernelRelease, architecture, cpu_model AS cpuModel, cpu_count AS cpuCount, memory_bytes AS memoryBytes,
    booted_at AS bootedAt, addresses, tags, agent_version AS agentVersion, agent_started_at AS agentStartedAt, tiers,
    tier_reasons AS tierReasons
  FROM machine FINAL`;

export async function listMachineStates(warehouse: Warehouse): Promise<readonly MachineState[]> {
  return warehouse.query(stateRow, { sql: SELECT });
}

export async function findMachineState(warehouse: Warehouse, machineId: string): Promise<MachineState | undefined> {
  const rows = await warehouse.query(stateRow, {
    sql: `${SELECT} WHERE machine_id = {machine:String}`,
    parameters: { machine: machineId },
  });
  return rows[0];
}

const lostRow = z.object({ machineId: z.string(), lost: z.int() });

/**
 * Events each agent lost in the range. Metrics and gaps tell the same loss twice, and either can be late or lost itself:
 * the larger one counts. `machine` empty is all of them.
 */
export async function lostEventsByMachine(warehouse: Warehouse, range: TimeRange, machine = ''): Promise<ReadonlyMap<string, number>> {
  const rows = await warehouse.query(lostRow, {
    sql: `SELECT machine_id AS machineId, greatest(sumIf(n, source = 'metric'), sumIf(n, source = 'gap')) AS lost
      FROM (
        SELECT machine_id, 'metric' AS source, sum(lost) AS n FROM agent_metric
        WHERE at >= {from:DateTime64(3)} AND at < {to:DateTime64(3)} AND (machine_id = {machine:String} OR {machine:String} = '')
        GROUP BY machine_id
        UNION ALL
        SELECT machine_id, 'gap' AS source, sum(ifNull(lost, 0)) AS n FROM agent_gap
        WHERE ended_at >= {from:DateTime64(3)} AND started_at < {to:DateTime64(3)} AND (machine_id = {machine:String} OR {machine:String} = '')
        GROUP BY machine_id
      )
      GROUP BY machine_id HAVING lost > 0`,
    parameters: { ...range, machine },
  });
  return new Map(rows.map(({ machineId, lost }) => [machineId, lost]));
}
