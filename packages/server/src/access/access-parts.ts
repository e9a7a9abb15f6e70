import type { Clock } from '@weft/base';
import type { Database } from '../database/database.ts';
import type { Passwords } from './passwords.ts';
import type { RandomBytes } from './random-secret.ts';

/** What the handlers of people, sessions, keys and tokens need. */
export interface AccessParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly passwords: Passwords;
  /** SHA-256 of the CA certificate in DER; agent tokens carry its beginning. */
  readonly caSha256: Uint8Array;
}
