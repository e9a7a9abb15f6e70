import type { Clock } from '@weft/base';

/** NTP slews boot time and wall time alike; only a step moves them apart, and then times must follow the wall. */
const STEP_MS = 20;

/** Turns the kernel's times, ns since boot, into wall time. One process keeps one start time: small jitter does not move it. */
export class BootClock {
  readonly #clock: Clock;
  readonly #nowBootNs: () => number;
  #bootedAtMs: number;

  constructor(clock: Clock, nowBootNs: () => number) {
    this.#clock = clock;
    this.#nowBootNs = nowBootNs;
    this.#bootedAtMs = this.#measure();
  }

  /** Unix epoch, ms. */
  get bootedAtMs(): number {
    return this.#bootedAtMs;
  }

  nowBootNs(): number {
    return this.#nowBootNs();
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  /** Call now and then: follows a clock that was set. */
  follow(): void {
    const measured = this.#measure();
    if (Math.abs(measured - this.#bootedAtMs) > STEP_MS) this.#bootedAtMs = measured;
  }

  toMs(bootNs: number): number {
    return this.#bootedAtMs + bootNs / 1e6;
  }

  /** ISO 8601, ms, as rows carry it. */
  toIso(bootNs: number): string {
    return new Date(this.toMs(bootNs)).toISOString();
  }

  #measure(): number {
    return this.#clock.nowMs() - this.#nowBootNs() / 1e6;
  }
}
