import type { Clock } from '@weft/base';

/** How many per second over the last minutes. */
export interface RecentRate {
  readonly add: (count: number) => void;
  readonly perSecond: () => number;
}

const SLOT_MS = 10_000;
const SLOTS = 30;

/** Over 5 minutes, or since it was made; in slots of 10 s. */
export function createRecentRate(clock: Pick<Clock, 'monotonicMs'>): RecentRate {
  const startedMs = clock.monotonicMs();
  const slots: { number: number; count: number }[] = [];
  const now = (): number => Math.floor((clock.monotonicMs() - startedMs) / SLOT_MS);
  return {
    add: (count) => {
      const last = slots.at(-1);
      if (last?.number === now()) last.count += count;
      else slots.push({ number: now(), count });
      while (slots.length > SLOTS) slots.shift();
    },
    perSecond: () => {
      const sum = slots.filter((slot) => slot.number > now() - SLOTS).reduce((total, slot) => total + slot.count, 0);
      const seconds = Math.min((SLOTS * SLOT_MS) / 1000, Math.max(1, (clock.monotonicMs() - startedMs) / 1000));
      return sum / seconds;
    },
  };
}
