import type { Logger } from '@weft/base';
import { isDiskFull } from './is-disk-full.ts';
import { OpenGroup, type Group, type Sender } from './group.ts';
import type { IntakeMetrics } from './intake-metrics.ts';
import type { ParsedBatch } from './parse-batch.ts';

/** What became of a batch's group. `full` and `failed`: it is not stored yet, the sender must send it again. */
export type GroupOutcome = { readonly kind: 'stored' } | { readonly kind: 'full' } | { readonly kind: 'failed' };

export interface Queued {
  /** What to tell the sender. */
  readonly outcome: Promise<GroupOutcome>;
  /** Resolves when the batch is stored, or nothing of it remains; later than `outcome` while a journaled group is retried. */
  readonly settled: Promise<void>;
}

export interface GroupQueueParts {
  /** Puts the group on disk; when it throws, nothing of the group remains. */
  readonly journal: (group: Group) => Promise<void>;
  /** Stores a journaled group; may be repeated after a fault. */
  readonly store: (group: Group) => Promise<void>;
  readonly metrics: IntakeMetrics;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly monotonicMs: () => number;
}

export interface GroupLimits {
  /** How long a batch waits for others when the last group was quick to store. */
  readonly waitMs: number;
  /** Longest it waits. */
  readonly maxWaitMs: number;
  readonly rows: number;
  readonly sizeBytes: number;
}

export const groupLimits: GroupLimits = { waitMs: 200, maxWaitMs: 1000, rows: 50_000, sizeBytes: 32 * 1024 * 1024 };

/**
 * A group costs about 100 ms of CPU however small it is (each table and view gets a part), so gathering takes three times as
 * long as storing: many small batches use a quarter of the writer's time, not all of it.
 */
const GATHERING_SHARE = 3;

/** Pauses between attempts to store a journaled group. */
const RETRY_MS = [500, 1000, 2000, 5000] as const;

interface Waiting {
  readonly group: OpenGroup;
  /** When its first batch came. */
  readonly openedMs: number;
  readonly outcome: PromiseWithResolvers<GroupOutcome>;
  readonly settled: PromiseWithResolvers<void>;
}

/**
 * Gathers batches into groups and stores one group after the other; while one is being stored, the next fills.
 *
 * A group that is in its journal is never given up: some of it may be stored. Its senders are told to come again, and the
 * groups behind it are refused, until it is stored; a restart goes on with it.
 */
export class GroupQueue {
  readonly #parts: GroupQueueParts;
  readonly #limits: GroupLimits;
  readonly #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #trouble: 'full' | 'failed' | undefined;
  #isClosing = false;
  #lastStoreMs = 0;
  #wake: (() => void) | undefined;

  constructor(parts: GroupQueueParts, limits: GroupLimits = groupLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /** Why a journaled group is not stored yet; undefined when all is well. */
  get trouble(): 'full' | 'failed' | undefined {
    return this.#trouble;
  }

  /** A group is being stored. */
  get isStoring(): boolean {
    return this.#running !== undefined;
  }

  add(sender: Sender, batch: ParsedBatch): Queued {
    const last = this.#waiting.at(-1);
    const waiting = last !== undefined && !this.#isFull(last.group) ? last : this.#open();
    waiting.group.add(sender, batch);
    this.#schedule();
    return { outcome: waiting.outcome.promise, settled: waiting.settled.promise };
  }

  /** Stores what was taken, then resolves. A journaled group that cannot be stored is left to the next start. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#wake?.();
    this.#schedule();
    await this.#running;
  }

  /** Milliseconds until the oldest waiting group is to be stored; undefined when none waits. */
  #dueInMs(): number | undefined {
    const next = this.#waiting[0];
    if (next === undefined) return undefined;
    if (this.#isClosing || this.#isFull(next.group)) return 0;
    const waitMs = Math.min(this.#limits.maxWaitMs, Math.max(this.#limits.waitMs, this.#lastStoreMs * GATHERING_SHARE));
    return Math.max(0, next.openedMs + waitMs - this.#parts.monotonicMs());
  }

  /** Begins to store, at once or when the oldest group is due; while one is being stored, its end looks again. */
  #schedule(): void {
    if (this.#running !== undefined) return;
    clearTimeout(this.#timer);
    const dueInMs = this.#dueInMs();
    if (dueInMs === 0) this.#running = this.#storeDue();
    else if (dueInMs !== undefined) this.#timer = setTimeout(() => this.#schedule(), dueInMs);
  }

  async #storeDue(): Promise<void> {
    while (this.#dueInMs() === 0) {
      const next = this.#waiting.shift();
      if (next !== undefined) await this.#storeOne(next);
    }
    this.#running = undefined;
    this.#schedule();
  }

  #isFull(group: OpenGroup): boolean {
    return group.rows >= this.#limits.rows || group.sizeBytes >= this.#limits.sizeBytes;
  }

  #open(): Waiting {
    const waiting = {
      group: new OpenGroup(this.#parts.newId()),
      openedMs: this.#parts.monotonicMs(),
      outcome: Promise.withResolvers<GroupOutcome>(),
      settled: Promise.withResolvers<void>(),
    };
    this.#waiting.push(waiting);
    return waiting;
  }

  async #storeOne(waiting: Waiting): Promise<void> {
    const group = waiting.group.close();
    const startedMs = this.#parts.monotonicMs();
    const stopTimer = this.#parts.metrics.groupSeconds.startTimer();
    try {
      await this.#parts.journal(group);
    } catch (error) {
      refuseAll([waiting], this.#failure('journal', error));
      return;
    }
    await this.#storeJournaled(group, waiting);
    stopTimer();
    this.#lastStoreMs = this.#parts.monotonicMs() - startedMs;
    this.#parts.metrics.groupRows.observe(waiting.group.rows);
  }

  async #storeJournaled(group: Group, { outcome, settled }: Waiting): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#parts.store(group);
        this.#trouble = undefined;
        outcome.resolve({ kind: 'stored' });
        settled.resolve();
        return;
      } catch (error) {
        const kind = this.#failure('store', error);
        this.#trouble = kind;
        outcome.resolve({ kind });
        refuseAll(this.#waiting.splice(0), kind);
      }
      if (this.#isClosing) return;
      await this.#pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0);
    }
  }

  #failure(step: 'journal' | 'store', error: unknown): 'full' | 'failed' {
    this.#parts.metrics.failedGroups.inc({ step });
    this.#parts.logger.error('a group of batches could not be stored', {
      step,
      error: error instanceof Error ? error.message : String(error),
    });
    return isDiskFull(error) ? 'full' : 'failed';
  }

  async #pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const timer = setTimeout(resolve, milliseconds);
    await promise;
    clearTimeout(timer);
  }
}

/** Nothing of these was written: their senders may come again with the same ids at once. */
function refuseAll(all: readonly Waiting[], kind: 'full' | 'failed'): void {
  for (const { outcome, settled } of all) {
    outcome.resolve({ kind });
    settled.resolve();
  }
}
