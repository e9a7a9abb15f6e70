import { distinctMerge } from '@weft/schema';
import { z } from 'zod';
import { wholeHours } from '../graph/whole-hours.ts';
import type { TimeRange } from '../http/time-range.ts';
import { containerWasThere } from '../machines/list-containers.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const counted = z.object({ n: z.int() });

export interface Counts {
  readonly applications: number;
  readonly processes: number;
  readonly dnsNames: number;
  readonly externalPeers: number;
  readonly containers: number;
  readonly gaps: number;
}

const OF_HOURS = 'hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)}';
const PEER = `if(type = 'accept', source, target)`;
const IS_EXTERNAL = `type IN ('connect', 'accept') AND (startsWith(${PEER}, 'name:') OR startsWith(${PEER}, 'net:'))`;

/** Where distinct things are counted: by the hours they were seen in, or by when they were seen last. */
interface Seen {
  readonly applications: string;
  readonly edges: string;
}

/** Exact for any range; costs by the hours in it. */
const byHours: Seen = { applications: `node_hour WHERE ${OF_HOURS}`, edges: `edge_hour WHERE ${OF_HOURS}` };

/** Exact for a range that ends now: what was seen last in it was seen in it. Costs by distinct edges. */
const byLast: Seen = {
  applications: 'application_seen WHERE last_at >= {from:DateTime64(3)}',
  edges: 'edge_seen WHERE last_at >= {from:DateTime64(3)}',
};

/** How old the end of a range may be to count as now; the console's ranges end at the moment it asked. */
const NOW_MS = 10 * 60 * 1000;

/** What was there in the range, in whole hours. */
export async function askCounts(warehouse: Warehouse, range: TimeRange, nowMs: number): Promise<Counts> {
  const seen = range.to.getTime() >= nowMs - NOW_MS ? byLast : byHours;
  const count = async (expression: string, where: string, parameters: TimeRange = wholeHours(range)): Promise<number> => {
    const [row] = await warehouse.query(counted, { sql: `SELECT ${expression} AS n FROM ${where}`, parameters: { ...parameters } });
    return row?.n ?? 0;
  };
  const [applications, processes, dnsNames, externalPeers, containers, gaps] = await Promise.all([
    count('uniqExact(application)', seen.applications),
    count(distinctMerge('processes'), `machine_hour WHERE ${OF_HOURS}`),
    count('uniqExact(target)', `${seen.edges} AND type = 'dns'`),
    count(`uniqExact(${PEER})`, `${seen.edges} AND ${IS_EXTERNAL}`),
    count('count()', `container FINAL WHERE ${containerWasThere}`, range),
    count('count()', 'agent_gap WHERE ended_at >= {from:DateTime64(3)} AND started_at < {to:DateTime64(3)}', range),
  ]);
  return { applications, processes, dnsNames, externalPeers, containers, gaps };
}
