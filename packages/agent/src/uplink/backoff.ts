const FIRST_MS = 1000;
const LONGEST_MS = 60_000;
/** Whoever asks for more is broken, or is not the server; and a timer of over 24 days would go off at once. */
const LONGEST_ASKED_MS = 3_600_000;

/**
 * Milliseconds to wait before attempt `attempt` + 1 (1 is the first failed one): exponential with full jitter, so that agents which lost
 * their server at one moment do not come back at one moment. What the server asked for is the least, up to an hour. Pure; `random` gives [0, 1).
 */
export function backoffMs(attempt: number, askedMs: number | undefined, random: () => number): number {
  const ceilingMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 30));
  const jitterMs = random() * ceilingMs;
  if (askedMs === undefined) return jitterMs;
  return Math.min(askedMs, LONGEST_ASKED_MS) + random() * Math.min(ceilingMs, askedMs / 4);
}
