import { randomUUID } from 'node:crypto';
import type { WireLine } from '@weft/schema';
import { BatchBuilder, type BatchLimits, type OpenBatch } from './batch-builder.ts';
import type { GapLog } from './gap-log.ts';
import { sealBatch, type Sender } from './sealed-batch.ts';
import type { Spool } from './spool.ts';

/**
 * Batches that may wait for compression; the disk or the processor is too slow above. A flush gives its rows all at once: each hour's
 * report of a machine full of processes comes to some 26 MB.
 */
const MAX_SEALING = 32;

export interface PipelineOptions {
  readonly sender: Sender;
  readonly spool: Spool;
  readonly gaps: GapLog;
  readonly limits: BatchLimits;
  readonly nowMs: () => number;
  /** A batch is on the spool. */
  readonly onSpooled: () => void;
}

/** From rows to batches on the spool. */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #builder: BatchBuilder;
  #sealing: Promise<void> = Promise.resolve();
  #sealingBatches = 0;
  #sealingRows = 0;
  #spooledUpToMs: number;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#builder = new BatchBuilder(options.limits);
    this.#spooledUpToMs = options.nowMs();
  }

  /** Rows in memory. */
  get queuedRows(): number {
    return this.#builder.rows + this.#sealingRows;
  }

  /** Every row given before this time is on the spool, Unix epoch ms. */
  get spooledUpToMs(): number {
    return this.queuedRows === 0 ? this.#options.nowMs() : this.#spooledUpToMs;
  }

  readonly emit = (line: WireLine): void => {
    const nowMs = this.#options.nowMs();
    this.#builder.add(line, nowMs);
    if (this.#builder.isDue(nowMs)) this.#seal();
  };

  /** Call it often: seals what is old enough. */
  tick(): void {
    if (this.#builder.isDue(this.#options.nowMs())) this.#seal();
  }

  /** Puts everything on the spool. */
  async finish(): Promise<void> {
    this.#seal();
    await this.#sealing;
  }

  #seal(): void {
    const open = this.#builder.take();
    if (open === undefined) return;
    const toMs = Math.max(this.#options.nowMs(), open.firstAtMs);
    if (this.#sealingBatches >= MAX_SEALING) return this.#lose(open, toMs);
    this.#sealingBatches += 1;
    this.#sealingRows += open.lines.length;
    this.#sealing = this.#sealing.then(() => this.#sealOne(open, toMs));
  }

  async #sealOne(open: OpenBatch, toMs: number): Promise<void> {
    const { sender, spool, onSpooled } = this.#options;
    spool.put(await sealBatch({ id: randomUUID(), lines: open.lines, fromMs: open.firstAtMs, toMs }, sender));
    this.#sealingBatches -= 1;
    this.#sealingRows -= open.lines.length;
    this.#spooledUpToMs = toMs;
    onSpooled();
  }

  #lose(open: OpenBatch, toMs: number): void {
    const reason = 'batches were made faster than they could be compressed and written';
    this.#options.gaps.add({ where: 'queue', what: 'row', lost: open.lines.length, reason, fromMs: open.firstAtMs, toMs });
  }
}
