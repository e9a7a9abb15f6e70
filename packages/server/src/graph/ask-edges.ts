import type { EdgeRow } from '@weft/graph';
import { distinctMerge } from '@weft/schema';
import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const edgeRow: z.ZodType<EdgeRow> = z.object({
  type: z.enum(['launch', 'connect', 'accept', 'dns']),
  source: z.string(),
  target: z.string(),
  port: z.int(),
  machineId: z.string(),
  events: z.int(),
  failed: z.int(),
  sentBytes: z.int(),
  receivedBytes: z.int(),
  instances: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
});

/** Which edges of the range: of some types, and those that a machine saw or that lead to one of its addresses. */
export interface EdgeFilter {
  readonly types: readonly EdgeRow['type'][];
  readonly machine: { readonly id: string; readonly addresses: readonly string[] } | undefined;
}

/** Edge rows that one answer is assembled from, at most; assembling 100,000 takes about a second. */
const MAX_EDGE_ROWS = 200_000;

/** The edges of whole hours, summed per machine; the heaviest when there are too many. */
export async function askEdges(warehouse: Warehouse, range: TimeRange, filter: EdgeFilter): Promise<readonly EdgeRow[]> {
  const ends = filter.machine?.addresses.map((address) => `ip:${address}`) ?? [];
  return warehouse.query(edgeRow, {
    sql: `SELECT
        type, source, target, port, machine_id AS machineId, sum(edge_hour.events) AS events, sum(edge_hour.failed) AS failed,
        sum(sent_bytes) AS sentBytes, sum(received_bytes) AS receivedBytes, ${distinctMerge('edge_hour.instances')} AS instances,
        min(first_at) AS firstAt, max(last_at) AS lastAt
      FROM edge_hour
      WHERE hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)} AND type IN {types:Array(String)}
        AND ({machine:String} = '' OR machine_id = {machine:String} OR source IN {ends:Array(String)} OR target IN {ends:Array(String)})
      GROUP BY type, source, target, port, machine_id
      ORDER BY sentBytes + receivedBytes DESC, events DESC
      LIMIT ${MAX_EDGE_ROWS}`,
    parameters: { ...range, types: [...filter.types], machine: filter.machine?.id ?? '', ends },
  });
}
