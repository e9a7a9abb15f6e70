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
}

export interface GroupLimits {
  /** Longest a batch waits for others. */
  readonly waitMs: number;
  readonly rows: number;
  readonly sizeBytes: number;
}

export const groupLimits: GroupLimits = { waitMs: 200, rows: 50_000, sizeBytes: 32 * 1024 * 1024 };

/** Pauses between attempts to store a journaled group. */
const RETRY_MS = [500, 1000, 2000, 5000] as const;

interface Waiting {
  readonly group: OpenGroup;
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
  #wake: (() => void) | undefined;

  constructor(parts: GroupQueueParts, limits: GroupLimits = groupLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /** Why a journaled group is not stored yet; undefined when all is well. */
  get trouble(): 'full' | 'failed' | undefined {
    return this.#trouble;
  }

  add(sender: Sender, batch: ParsedBatch): Queued {
    const last = this.#waiting.at(-1);
    const waiting = last !== undefined && !this.#isFull(last.group) ? last : this.#open();
    waiting.group.add(sender, batch);
    if (this.#isFull(waiting.group) || this.#isClosing) this.#run();
    else this.#timer ??= setTimeout(() => this.#run(), this.#limits.waitMs);
    return { outcome: waiting.outcome.promise, settled: waiting.settled.promise };
  }

  /** Stores what was taken, then resolves. A journaled group that cannot be stored is left to the next start. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#wake?.();
    this.#run();
    await this.#running;
  }

  #isFull(group: OpenGroup): boolean {
    return group.rows >= this.#limits.rows || group.sizeBytes >= this.#limits.sizeBytes;
  }

  #open(): Waiting {
    const waiting = {
      group: new OpenGroup(this.#parts.newId()),
      outcome: Promise.withResolvers<GroupOutcome>(),
      settled: Promise.withResolvers<void>(),
    };
    this.#waiting.push(waiting);
    return waiting;
  }

  #run(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running ??= this.#storeAll().finally(() => (this.#running = undefined));
  }

  async #storeAll(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) await this.#storeOne(next);
  }

  async #storeOne(waiting: Waiting): Promise<void> {
    const group = waiting.group.close();
    const stopTimer = this.#parts.metrics.groupSeconds.startTimer();
    try {
      await this.#parts.journal(group);
    } catch (error) {
      refuseAll([waiting], this.#failure('journal', error));
      return;
    }
    await this.#storeJournaled(group, waiting);
    stopTimer();
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
