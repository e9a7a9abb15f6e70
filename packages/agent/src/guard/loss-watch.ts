import type { GapLog, LostWhere } from '../pipeline/gap-log.ts';

/** A counter of losses, which only grows. */
export interface LossCounter {
  readonly where: LostWhere;
  readonly what: string;
  readonly reason: string;
  readonly read: () => number;
}

/** Turns counters that grew into gaps with the time range in which they did. */
export class LossWatch {
  readonly #counters: readonly LossCounter[];
  readonly #gaps: GapLog;
  readonly #seen: number[];
  #checkedAtMs: number;

  constructor(counters: readonly LossCounter[], gaps: GapLog, nowMs: number) {
    this.#counters = counters;
    this.#gaps = gaps;
    this.#seen = counters.map(() => 0);
    this.#checkedAtMs = nowMs;
  }

  check(nowMs: number): void {
    for (const [index, { where, what, reason, read }] of this.#counters.entries()) {
      const now = read();
      const lost = now - (this.#seen[index] ?? 0);
      this.#seen[index] = now;
      if (lost > 0) this.#gaps.add({ where, what, lost, reason, fromMs: Math.min(this.#checkedAtMs, nowMs), toMs: nowMs });
    }
    this.#checkedAtMs = nowMs;
  }
}
