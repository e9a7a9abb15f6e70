import { hasHistory } from '../graph/has-history.ts';
import { wholeHours } from '../graph/whole-hours.ts';
import { answer, type Handler } from '../http/handler.ts';
import { readTimeRange } from '../http/time-range.ts';
import { toInstant } from '../http/to-instant.ts';
import type { IntakeStatus } from '../intake/intake-status.ts';
import { listAgents } from '../machines/agent-store.ts';
import { listMachineStates, lostEventsByMachine } from '../machines/machine-state.ts';
import { askActivity } from './ask-activity.ts';
import { askCounts } from './ask-counts.ts';
import { askNew } from './ask-new.ts';
import type { PlatformParts } from './platform-parts.ts';
import { sumMachines } from './sum-machines.ts';
import { sumOf } from './sum-of.ts';

const NOTHING_NEW = { newApplications: [], newPeers: [] };

export function createGetOverview({ warehouse, database, clock, intakeStatus }: PlatformParts): Handler<'getOverview'> {
  return async ({ input }) => {
    const asked = readTimeRange(input, clock.nowMs());
    if (asked.kind === 'error') return asked.error;
    const range = asked.value;
    const isKnownBefore = hasHistory(warehouse, wholeHours(range));
    const [agents, states, lost, counted, execsOverTime, connectionsOverTime, news] = await Promise.all([
      listAgents(database),
      listMachineStates(warehouse),
      lostEventsByMachine(warehouse, range),
      askCounts(warehouse, range, clock.nowMs()),
      askActivity(warehouse, range, 'execs'),
      askActivity(warehouse, range, 'connections'),
      isKnownBefore.then((isKnown) => (isKnown ? askNew(warehouse, range) : NOTHING_NEW)),
    ]);
    const { gaps, ...counts } = counted;
    return answer({
      machines: sumMachines(agents, states, clock.nowMs()),
      lostEvents: sumOf(lost.values()),
      gaps,
      counts: { ...counts, execs: sumOf(valuesOf(execsOverTime)), connections: sumOf(valuesOf(connectionsOverTime)) },
      ...news,
      execsOverTime,
      connectionsOverTime,
      intake: describeIntake(intakeStatus()),
      hasHistory: await isKnownBefore,
    });
  };
}

function describeIntake(status: IntakeStatus): {
  rowsPerSecond: number;
  rejectedRows: number;
  lastBatchAt?: string;
  secondsToStoreP99?: number;
} {
  const { rowsPerSecond, rejectedRows, lastBatchAtMs, secondsToStoreP99 } = status;
  return {
    rowsPerSecond,
    rejectedRows,
    ...(lastBatchAtMs === undefined ? {} : { lastBatchAt: toInstant(lastBatchAtMs) }),
    ...(secondsToStoreP99 === undefined ? {} : { secondsToStoreP99 }),
  };
}

function valuesOf(points: readonly { readonly value: number }[]): number[] {
  return points.map(({ value }) => value);
}
