import type { WireLine } from '@weft/schema';

/** Rows that were put together, not yet a batch with a header. */
export interface OpenBatch {
  /** NDJSON lines, without header. */
  readonly lines: readonly string[];
  /** UTF-16 length of the lines, near enough to their bytes. */
  readonly sizeBytes: number;
  readonly firstAtMs: number;
}

export interface BatchLimits {
  /** A batch is sealed this long after its first row, when it holds this much, or when the clock was set back. */
  readonly maxAgeMs: number;
  readonly maxBytes: number;
}

/** Puts rows together until they are a batch. */
export class BatchBuilder {
  readonly #limits: BatchLimits;
  #lines: string[] = [];
  #sizeBytes = 0;
  #firstAtMs = 0;

  constructor(limits: BatchLimits) {
    this.#limits = limits;
  }

  get rows(): number {
    return this.#lines.length;
  }

  add(line: WireLine, nowMs: number): void {
    const text = JSON.stringify(line);
    if (this.#lines.length === 0) this.#firstAtMs = nowMs;
    this.#lines.push(text);
    this.#sizeBytes += text.length + 1;
  }

  isDue(nowMs: number): boolean {
    if (this.#lines.length === 0) return false;
    const ageMs = nowMs - this.#firstAtMs;
    return this.#sizeBytes >= this.#limits.maxBytes || ageMs >= this.#limits.maxAgeMs || ageMs < 0;
  }

  /** Undefined when there is nothing. */
  take(): OpenBatch | undefined {
    if (this.#lines.length === 0) return undefined;
    const batch = { lines: this.#lines, sizeBytes: this.#sizeBytes, firstAtMs: this.#firstAtMs };
    this.#lines = [];
    this.#sizeBytes = 0;
    return batch;
  }
}
