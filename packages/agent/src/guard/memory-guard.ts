/** Above the limit for this long is no peak. The published agent looks at a window of 4 minutes; a leak that fast is worse. */
const SUSTAINED_MS = 60_000;

/** Tells when memory has been above its limit for too long. Pure: time and memory come in. */
export class MemoryGuard {
  readonly #limitBytes: number;
  #aboveSinceMs: number | undefined;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** `nowMs` is monotonic. */
  isExceeded(residentBytes: number, nowMs: number): boolean {
    if (residentBytes <= this.#limitBytes) this.#aboveSinceMs = undefined;
    else this.#aboveSinceMs ??= nowMs;
    return this.#aboveSinceMs !== undefined && nowMs - this.#aboveSinceMs >= SUSTAINED_MS;
  }
}
