const WINDOW_MS = 60_000;
const MAX_FAULTS = 10;

/** Tells when faults come so often that going on is worse than a new start. Pure: time comes in, ms, monotonic. */
export class FaultLimit {
  readonly #atMs: number[] = [];

  /** Notes one fault. */
  isTooMany(nowMs: number): boolean {
    this.#atMs.push(nowMs);
    while ((this.#atMs[0] ?? nowMs) <= nowMs - WINDOW_MS) this.#atMs.shift();
    return this.#atMs.length > MAX_FAULTS;
  }
}
