import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { wholeHours } from '../graph/whole-hours.ts';
import { fillSeries, timeStep, type Point } from './time-step.ts';

const stepRow = z.object({ second: z.int(), n: z.int() });

interface Source {
  readonly from: string;
  readonly time: string;
  readonly count: string;
}

/** Both ends report a connection between two known applications of one machine: the accepting end is not counted then. */
const OPENED = "direction = 'outbound' OR NOT startsWith(peer, 'app:')";

const sources = {
  execs: {
    events: { from: 'exec', time: 'executed_at', count: 'count()' },
    hours: { from: 'machine_hour', time: 'hour', count: 'sum(execs)' },
  },
  connections: {
    events: { from: `connection`, time: 'minute', count: `sumIf(opened, ${OPENED})` },
    hours: { from: 'machine_hour', time: 'hour', count: 'sum(machine_hour.connections)' },
  },
} as const satisfies Record<string, Record<'events' | 'hours', Source>>;

/** Programs started or connections opened over the range, every step of it. */
export async function askActivity(warehouse: Warehouse, range: TimeRange, what: keyof typeof sources): Promise<Point[]> {
  const step = timeStep(range);
  const source: Source = sources[what][step.source];
  const rows = await warehouse.query(stepRow, {
    sql: `SELECT intDiv(toUnixTimestamp(${source.time}), {step:UInt32}) * {step:UInt32} AS second, ${source.count} AS n
      FROM ${source.from}
      WHERE ${source.time} >= {from:DateTime64(3)} AND ${source.time} < {to:DateTime64(3)}
      GROUP BY second`,
    parameters: { ...(step.source === 'hours' ? wholeHours(range) : range), step: step.seconds },
  });
  return fillSeries(new Map(rows.map(({ second, n }) => [second, n])), range, step.seconds);
}
