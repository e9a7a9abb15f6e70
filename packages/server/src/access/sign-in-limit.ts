import type { Clock } from '@weft/base';
import { createAttemptLimit } from './attempt-limit.ts';
import { rateKey } from './rate-key.ts';

export interface SignInLimit {
  /** Seconds to wait, or undefined when the attempt may go on. Each attempt counts for address, email, and both together. */
  readonly take: (address: string, email: string) => number | undefined;
  /** After a success; what counts for the address stays, else one good account would cover guesses at others. */
  readonly succeeded: (address: string, email: string) => void;
}

const MAX_KEYS = 10_000;

/**
 * Guessing one password from one place is slow at once; guessing from many places is slow per email, with enough left
 * that a stranger's guesses seldom lock the person out.
 */
export function createSignInLimit(clock: Clock): SignInLimit {
  const byAddress = createAttemptLimit({ burst: 30, refillMs: 6_000, maxKeys: MAX_KEYS }, clock);
  const byEmail = createAttemptLimit({ burst: 30, refillMs: 20_000, maxKeys: MAX_KEYS }, clock);
  const byBoth = createAttemptLimit({ burst: 6, refillMs: 60_000, maxKeys: MAX_KEYS }, clock);
  const both = (address: string, email: string): string => `${rateKey(address)} ${email}`;
  return {
    take: (address, email) => byAddress.take(rateKey(address)) ?? byBoth.take(both(address, email)) ?? byEmail.take(email),
    succeeded: (address, email) => {
      byEmail.clear(email);
      byBoth.clear(both(address, email));
    },
  };
}
