import type { Person } from '@weft/schema';
import type { AccessParts } from './access-parts.ts';
import { randomSecret } from './random-secret.ts';
import { secretHash } from './secret-hash.ts';
import { sessionCookie } from './session-cookie.ts';
import { addSession, SESSION_MAX_MS } from './session-store.ts';

/** Starts a session and answers with the person and the cookie. */
export async function startSession(
  parts: AccessParts,
  person: Person,
): Promise<{ readonly kind: 'answer'; readonly value: Person; readonly cookie: string }> {
  const token = randomSecret(parts.random);
  await addSession(parts.database, { tokenHash: secretHash(token), personId: person.id }, parts.clock.nowMs());
  return { kind: 'answer', value: person, cookie: sessionCookie(token, SESSION_MAX_MS / 1000) };
}
