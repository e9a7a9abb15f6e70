import type { SealedBatch } from '../pipeline/sealed-batch.ts';

/** A line that the server would not take, 1-based with the header as line 1. */
export interface RejectedLine {
  readonly line: number;
  readonly problem: string;
}

/** What became of one attempt. Every caller handles every kind. */
export type SendOutcome =
  /** Stored, now or before; but for `rejectedCount` lines. */
  | { readonly kind: 'delivered'; readonly rejectedCount: number; readonly rejected: readonly RejectedLine[] }
  /** Not stored; the same batch may be sent again. `afterMs` is what the server asked for, or what the case calls for. */
  | { readonly kind: 'retry'; readonly afterMs: number | undefined; readonly reason: string }
  /** Not stored, and would not be if it were sent again. */
  | { readonly kind: 'rejected'; readonly code: 'too-large' | 'refused'; readonly reason: string };

export interface Transport {
  /** Never throws; an abort is a `retry`. */
  readonly send: (batch: SealedBatch, signal: AbortSignal) => Promise<SendOutcome>;
  readonly close: () => void;
}
