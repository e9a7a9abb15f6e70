import { createHash } from 'node:crypto';

/**
 * SHA-256 of a secret, hexadecimal: what is stored of session, API key, agent token and link. The secrets have 150 bits
 * of randomness or more, so a slow hash would add nothing; looking a hash up tells nothing about its neighbours.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
