/**
 * Asks until the answer is there. The deadline is generous, because machines are shared: it bounds a hang, it is no measurement.
 *
 * @throws Error naming `what` and the last thing seen, when `deadlineMs` passes first.
 */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, deadlineMs = 90_000): Promise<T> {
  const endMs = performance.now() + deadlineMs;
  let lastFault: unknown;
  while (performance.now() < endMs) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      lastFault = undefined;
    } catch (error) {
      lastFault = error;
    }
    await Bun.sleep(250);
  }
  throw new Error(`${what}: not within ${deadlineMs} ms`, { cause: lastFault });
}
