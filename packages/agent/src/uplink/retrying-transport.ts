import type { Logger } from '@weft/base';
import type { SealedBatch } from '../pipeline/sealed-batch.ts';
import { backoffMs } from './backoff.ts';
import type { SendOutcome, Transport } from './transport.ts';

export interface RetryOptions {
  readonly log: Logger;
  readonly random: () => number;
  /** Resolves after the time, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The log says the first failure, and then one in this many: an hour without a server is 60 lines at most. */
const LOG_EVERY = 10;

/** Sends again until it is delivered or rejected; gives a `retry` only when it was aborted. */
export class RetryingTransport implements Transport {
  readonly #inner: Transport;
  readonly #options: RetryOptions;
  #failures = 0;

  constructor(inner: Transport, options: RetryOptions) {
    this.#inner = inner;
    this.#options = options;
  }

  readonly send = async (batch: SealedBatch, signal: AbortSignal): Promise<SendOutcome> => {
    for (;;) {
      const outcome = await this.#inner.send(batch, signal);
      if (outcome.kind !== 'retry') this.#reportSuccess();
      if (outcome.kind !== 'retry' || signal.aborted) return outcome;
      this.#failures += 1;
      const waitMs = backoffMs(this.#failures, outcome.afterMs, this.#options.random);
      this.#reportFailure(outcome.reason, waitMs);
      await this.#options.wait(waitMs, signal);
      if (signal.aborted) return outcome;
    }
  };

  readonly close = (): void => this.#inner.close();

  #reportFailure(reason: string, waitMs: number): void {
    if (this.#failures % LOG_EVERY !== 1) return;
    this.#options.log.warn('could not send, will try again; nothing is lost while the spool has room', {
      reason,
      attempt: this.#failures,
      againInMs: Math.round(waitMs),
    });
  }

  #reportSuccess(): void {
    if (this.#failures > 0) this.#options.log.info('the server answers again', { attempts: this.#failures });
    this.#failures = 0;
  }
}
