import { unreachable, type Logger } from '@weft/base';
import type { GapLog } from '../pipeline/gap-log.ts';
import { openBatch, sealBatch, type SealedBatch, type Sender } from '../pipeline/sealed-batch.ts';
import type { Spool } from '../pipeline/spool.ts';
import { halfBatchId } from './half-batch-id.ts';
import type { SendOutcome, Transport } from './transport.ts';

export interface UplinkOptions {
  readonly spool: Spool;
  readonly transport: Transport;
  readonly gaps: GapLog;
  readonly sender: Sender;
  readonly log: Logger;
  /** Says every batch that was delivered. */
  readonly isVerbose: boolean;
}

/** Sends what is on the spool, oldest first, one batch at a time. */
export class Uplink {
  readonly #options: UplinkOptions;
  readonly #stop = new AbortController();
  #wake: () => void = () => {};
  #rowsSent = 0;
  #bytesSent = 0;

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  /** Rows the server acknowledged, ever. */
  get rowsSent(): number {
    return this.#rowsSent;
  }

  /** Compressed bytes the server acknowledged, ever. */
  get bytesSent(): number {
    return this.#bytesSent;
  }

  /** There is something on the spool. */
  readonly wake = (): void => this.#wake();

  /** Runs until `stop`; what is not sent by then stays on the spool. */
  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const batch = this.#options.spool.peek();
      if (batch === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      else await this.#conclude(batch, await this.#options.transport.send(batch, this.#stop.signal));
    }
    this.#options.transport.close();
  }

  stop(): void {
    this.#stop.abort();
    this.#wake();
  }

  /** Resolves when the spool is empty or `stop` was called. */
  async drained(pollMs: number): Promise<void> {
    while (this.#options.spool.batches > 0 && !this.#stop.signal.aborted) await Bun.sleep(pollMs);
  }

  async #conclude(batch: SealedBatch, outcome: SendOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'retry':
        return;
      case 'delivered': {
        const rejectedCount = Math.min(outcome.rejectedCount, batch.rows);
        this.#rowsSent += batch.rows - rejectedCount;
        this.#bytesSent += batch.body.length;
        if (this.#options.isVerbose) this.#options.log.info('delivered', { batch: batch.id, rows: batch.rows, bytes: batch.body.length });
        if (rejectedCount > 0) this.#lose(batch, rejectedCount, `the server rejected lines: ${outcome.rejected[0]?.problem ?? ''}`);
        break;
      }
      case 'rejected':
        if (outcome.code === 'too-large' && batch.rows > 1) await this.#split(batch);
        else this.#lose(batch, batch.rows, outcome.reason);
        break;
      default:
        unreachable(outcome);
    }
    this.#options.spool.remove(batch.id);
  }

  #lose({ id, fromMs, toMs }: SealedBatch, lost: number, reason: string): void {
    this.#options.log.error('rows were lost: the server does not take them', { batch: id, lost, reason });
    this.#options.gaps.add({ where: 'uplink', what: 'row', lost, reason, fromMs, toMs });
  }

  async #split({ id, body, fromMs, toMs }: SealedBatch): Promise<void> {
    const lines = await openBatch(body);
    const middle = Math.ceil(lines.length / 2);
    const { spool, sender } = this.#options;
    spool.put(await sealBatch({ id: halfBatchId(id, 'first'), lines: lines.slice(0, middle), fromMs, toMs }, sender));
    spool.put(await sealBatch({ id: halfBatchId(id, 'second'), lines: lines.slice(middle), fromMs, toMs }, sender));
  }
}
