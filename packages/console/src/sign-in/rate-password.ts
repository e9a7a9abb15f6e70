/** The server's own limit, `claimLink` in the API's contract. */
export const LEAST_PASSWORD_LENGTH = 12;

export interface PasswordRating {
  /** 0 cannot be used, 1 weak, 2 fair, 3 strong. */
  readonly level: 0 | 1 | 2 | 3;
  /** What would make it better. */
  readonly hint: string;
}

/**
 * A hint while typing, not a gate: length counts most, as NIST SP 800-63B 5.1.1 says, then variety.
 *
 * @param own the person's email and name, which a guesser tries first
 */
export function ratePassword(password: string, own: readonly string[]): PasswordRating {
  const missing = LEAST_PASSWORD_LENGTH - password.length;
  if (missing > 0)
    return { level: 0, hint: `${missing} more character${missing === 1 ? '' : 's'}; a few unrelated words are easy to remember` };
  const lower = password.toLowerCase();
  const isOwn = own.flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/)).some((word) => word.length >= 4 && lower.includes(word));
  if (isOwn) return { level: 1, hint: 'Weak: it contains your name or email' };
  const distinct = new Set(lower).size;
  if (distinct < 6) return { level: 1, hint: 'Weak: it repeats few characters' };
  if (password.length >= 16 && distinct >= 8) return { level: 3, hint: 'Strong' };
  return { level: 2, hint: 'Fair: 16 characters or more are better' };
}
