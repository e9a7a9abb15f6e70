import type { Terminal } from '../terminal/terminal.ts';

const POLL_MS = 100;
const TICK_MS = 10_000;
const SLOW_MS = 2000;

/** Asks again and again until there is an answer; undefined when there is none in time. Says that it waits when it takes long. */
export async function waitFor<T>(
  terminal: Terminal,
  label: string,
  limitMs: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const startedAt = performance.now();
  let saidAt = startedAt + SLOW_MS / 4 - TICK_MS;
  for (;;) {
    const answer = await ask();
    const now = performance.now();
    if (answer !== undefined || now - startedAt > limitMs) return answer;
    if (now - saidAt >= TICK_MS) {
      terminal.progress(`${label} … ${Math.round((now - startedAt) / 1000)} s`);
      saidAt = now;
    }
    await Bun.sleep(POLL_MS);
  }
}
