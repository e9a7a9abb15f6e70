import { edgeRowKey, type EdgeRow, type KnownBefore } from '@weft/graph';
import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { hasHistory } from './has-history.ts';
import { historyBefore } from './whole-hours.ts';

const knownEdge = z.object({
  type: z.enum(['launch', 'connect', 'accept', 'dns']),
  source: z.string(),
  target: z.string(),
  port: z.int(),
});

const knownApplication = z.object({ application: z.string() });

/** What was seen last before the history began has been away too long to be known. */
const SEEN_SINCE = 'max(last_at) >= {since:DateTime64(3)}';

/**
 * Edges and applications seen before the range; undefined without any history. One that was away for more than 90 days
 * and is back counts as known for as long as its row lives: first and last are all that is kept of it.
 */
export async function askKnown(
  warehouse: Warehouse,
  range: TimeRange,
  types: readonly EdgeRow['type'][],
): Promise<KnownBefore | undefined> {
  if (!(await hasHistory(warehouse, range))) return undefined;
  const [edges, applications] = await Promise.all([askKnownEdges(warehouse, range, types), askKnownApplications(warehouse, range)]);
  const nodes = new Set(applications.map(({ application }) => `app:${application}`));
  for (const { source, target } of edges) nodes.add(source).add(target);
  return { nodes, edges: new Set(edges.map(edgeRowKey)) };
}

async function askKnownEdges(
  warehouse: Warehouse,
  range: TimeRange,
  types: readonly EdgeRow['type'][],
): Promise<readonly z.output<typeof knownEdge>[]> {
  return warehouse.query(knownEdge, {
    sql: `SELECT type, source, target, port
      FROM edge_seen
      WHERE type IN {types:Array(String)}
      GROUP BY type, source, target, port
      HAVING min(first_at) < {from:DateTime64(3)} AND ${SEEN_SINCE}`,
    parameters: { since: historyBefore(range).from, from: range.from, types: [...types] },
  });
}

async function askKnownApplications(warehouse: Warehouse, range: TimeRange): Promise<readonly z.output<typeof knownApplication>[]> {
  return warehouse.query(knownApplication, {
    sql: `SELECT application FROM application_seen GROUP BY application HAVING min(first_at) < {from:DateTime64(3)} AND ${SEEN_SINCE}`,
    parameters: { since: historyBefore(range).from, from: range.from },
  });
}
