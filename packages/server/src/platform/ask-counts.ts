import { distinctMerge } from '@weft/schema';
import { z } from 'zod';
import { wholeHours } from '../graph/whole-hours.ts';
import type { TimeRange } from '../http/time-range.ts';
import { containerWasThere } from '../machines/list-containers.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const nodeCounts = z.object({ applications: z.int(), processes: z.int() });
const edgeCounts = z.object({ dnsNames: z.int(), externalPeers: z.int() });
const containerCount = z.object({ containers: z.int() });
const loss = z.object({ gaps: z.int() });

export interface Counts {
  readonly applications: number;
  readonly processes: number;
  readonly dnsNames: number;
  readonly externalPeers: number;
  readonly containers: number;
  readonly gaps: number;
}

/** What was there in the range, from the hourly tables: whole hours. */
export async function askCounts(warehouse: Warehouse, range: TimeRange): Promise<Counts> {
  const parameters = { ...wholeHours(range) };
  const ofHours = 'hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)}';
  const [nodes, edges, containers, gaps] = await Promise.all([
    warehouse.query(nodeCounts, {
      sql: `SELECT uniqExact(application) AS applications, ${distinctMerge('instances')} AS processes FROM node_hour WHERE ${ofHours}`,
      parameters,
    }),
    warehouse.query(edgeCounts, {
      sql: `SELECT
          uniqExactIf(target, type = 'dns') AS dnsNames,
          uniqExactIf(if(type = 'accept', source, target), type IN ('connect', 'accept')
            AND (startsWith(if(type = 'accept', source, target), 'name:') OR startsWith(if(type = 'accept', source, target), 'net:'))) AS externalPeers
        FROM edge_hour WHERE ${ofHours} AND type IN ('dns', 'connect', 'accept')`,
      parameters,
    }),
    warehouse.query(containerCount, {
      sql: `SELECT count() AS containers FROM container FINAL WHERE ${containerWasThere}`,
      parameters: { ...range },
    }),
    warehouse.query(loss, {
      sql: 'SELECT count() AS gaps FROM agent_gap WHERE ended_at >= {from:DateTime64(3)} AND started_at < {to:DateTime64(3)}',
      parameters: { ...range },
    }),
  ]);
  return {
    ...(nodes[0] ?? { applications: 0, processes: 0 }),
    ...(edges[0] ?? { dnsNames: 0, externalPeers: 0 }),
    containers: containers[0]?.containers ?? 0,
    gaps: gaps[0]?.gaps ?? 0,
  };
}
