import type { Clock, Logger } from '@weft/base';
import type { Registry } from 'prom-client';
import type { ServerConfig } from '../config/server-config.ts';
import type { Database } from '../database/database.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { CheckToken } from './admission.ts';
import { createByteBudget } from './byte-budget.ts';
import { createDiskWatch } from './disk-watch.ts';
import { GroupQueue } from './group-queue.ts';
import { createHandleIntake, type HandleIntake } from './handle-intake.ts';
import { createIntakeFacts } from './intake-facts.ts';
import { createIntakeMetrics } from './intake-metrics.ts';
import type { IntakeStatus } from './intake-status.ts';
import { openJournal } from './journal.ts';
import { pruneLedger } from './ledger.ts';
import { replayJournals } from './replay-journals.ts';
import { storeGroup } from './store-group.ts';
import { createTakeBatch } from './take-batch.ts';
import { timeSpan } from './time-span.ts';
import { timedInserts } from './timed-inserts.ts';

/** Takes what agents send. */
export interface Intake {
  readonly handle: HandleIntake;
  readonly status: () => IntakeStatus;
  /** Takes nothing more, stores what was taken, resolves. */
  readonly close: () => Promise<void>;
}

export interface IntakeParts {
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  readonly warehouse: Warehouse;
  readonly metrics: Registry;
  readonly checkToken: CheckToken;
  /** Folder of the journals. */
  readonly journalFolder: string;
}

/** Unacknowledged batches in memory, in bytes; each is held about three times while it is taken apart. */
const MAX_IN_FLIGHT_BYTES = 160 * 1024 * 1024;
const PRUNE_EVERY_MS = 3_600_000;

/** Stores what a crash left, then opens. */
export async function openIntake(parts: IntakeParts): Promise<Intake> {
  const { clock, config, database, logger } = parts;
  const budget = createByteBudget(MAX_IN_FLIGHT_BYTES);
  const disk = createDiskWatch(config.dataFolder, clock);
  const metrics = createIntakeMetrics(parts.metrics, { inFlightBytes: budget.takenBytes, freeDiskBytes: disk.freeBytes });
  const facts = createIntakeFacts(clock, metrics);
  const journal = await openJournal(parts.journalFolder);
  const onUnreadableRow = (): void => metrics.unreadableRows.inc();
  const store = { warehouse: timedInserts(parts.warehouse, metrics), database, journal, clock, logger, onUnreadableRow };
  await replayJournals(store);
  const queue = new GroupQueue({
    journal: journal.write,
    store: (group) => storeGroup(store, group),
    metrics,
    logger,
    newId: newGroupId,
    monotonicMs: clock.monotonicMs,
  });
  const pruning = setInterval(() => void prune(parts), PRUNE_EVERY_MS);
  let isClosing = false;
  const state = (): IntakeStatus['state'] => {
    if (isClosing) return 'closing';
    if (queue.trouble === 'full' || (disk.freeBytes() ?? Number.POSITIVE_INFINITY) < config.freeDiskFloorBytes) return 'disk-full';
    if (queue.trouble === 'failed') return 'failing';
    return facts.isOverloaded() ? 'overloaded' : 'open';
  };
  const span = (nowMs: number) => timeSpan(config.retentionDays, nowMs);
  const take = createTakeBatch({ clock, database, budget, facts, metrics, queue, span });
  return {
    handle: createHandleIntake({ clock, checkToken: parts.checkToken, facts, state, take }),
    status: () => ({
      state: state(),
      rowsPerSecond: facts.rowsPerSecond(),
      rejectedRows: facts.rejectedRows(),
      lastBatchAtMs: facts.lastBatchAtMs(),
      secondsToStoreP99: facts.secondsToStoreP99(),
      freeDiskBytes: disk.freeBytes(),
    }),
    close: async () => {
      isClosing = true;
      clearInterval(pruning);
      await queue.close();
    },
  };
}

/** UUIDv7: journals sort by the time they were made. */
function newGroupId(): string {
  return Bun.randomUUIDv7();
}

async function prune({ database, clock, logger }: IntakeParts): Promise<void> {
  try {
    const pruned = await pruneLedger(database, clock.nowMs());
    if (pruned > 0) logger.info('old batch ids forgotten', { pruned });
  } catch (error) {
    logger.warn('old batch ids could not be forgotten', { error: error instanceof Error ? error.message : String(error) });
  }
}
