import type { Clock } from '@weft/base';
import type { IntakeMetrics } from './intake-metrics.ts';
import { createRecentPercentile } from './recent-percentile.ts';
import { createRecentRate } from './recent-rate.ts';

/** What the overview shows of the intake; counted beside the metrics, which Prometheus reads. */
export interface IntakeFacts {
  readonly stored: (fact: { readonly rows: number; readonly rejectedRows: number; readonly seconds: number }) => void;
  readonly answered: (outcome: string) => void;
  readonly rowsPerSecond: () => number;
  readonly rejectedRows: () => number;
  readonly lastBatchAtMs: () => number | undefined;
  readonly secondsToStoreP99: () => number | undefined;
  /** A sender was turned away for lack of memory in the last seconds. */
  readonly isOverloaded: () => boolean;
}

const LATENCIES = 1000;
const OVERLOADED_FOR_MS = 10_000;

export function createIntakeFacts(clock: Clock, metrics: IntakeMetrics): IntakeFacts {
  const rate = createRecentRate(clock);
  const seconds = createRecentPercentile(LATENCIES);
  let rejectedRows = 0;
  let lastBatchAtMs: number | undefined;
  let overloadedAtMs: number | undefined;
  return {
    stored: (fact) => {
      rate.add(fact.rows);
      seconds.add(fact.seconds);
      rejectedRows += fact.rejectedRows;
      lastBatchAtMs = clock.nowMs();
      metrics.rows.inc(fact.rows);
      metrics.rejectedRows.inc(fact.rejectedRows);
    },
    answered: (outcome) => {
      metrics.batches.inc({ outcome });
      if (outcome === 'overloaded') overloadedAtMs = clock.monotonicMs();
    },
    rowsPerSecond: rate.perSecond,
    rejectedRows: () => rejectedRows,
    lastBatchAtMs: () => lastBatchAtMs,
    secondsToStoreP99: () => seconds.read(0.99),
    isOverloaded: () => overloadedAtMs !== undefined && clock.monotonicMs() - overloadedAtMs < OVERLOADED_FOR_MS,
  };
}
