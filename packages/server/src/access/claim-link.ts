import type { endpoints, Person } from '@weft/schema';
import type { Database } from '../database/database.ts';
import type { CheckedInput, Handler } from '../http/handler.ts';
import { refuse, type Refusal } from '../http/refusal.ts';
import type { AccessParts } from './access-parts.ts';
import { findLink, useLink, type OneTimeLink } from './one-time-link.ts';
import { addPerson, findPerson, renewPerson } from './person-store.ts';
import { endSessionsOf } from './session-store.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import { startSession } from './start-session.ts';

/**
 * Uses a one-time link: a new person is created with the link's role; a known one gets the new password, all sessions
 * end, and the role stays (an admin link, which only the server's owner can make, restores the role admin).
 */
export function createClaimLink(parts: AccessParts, limit: SignInLimit): Handler<'claimLink'> {
  return async ({ input, peerAddress }) => {
    const email = input.email.toLowerCase();
    const retryAfterSeconds = limit.take(peerAddress, email);
    if (retryAfterSeconds !== undefined) return refuse('rate-limited', { retryAfterSeconds });
    const link = await findLink(parts.database, input.link, parts.clock.nowMs());
    const refusal = whyNot(link, email);
    if (link === undefined || refusal !== undefined) return refusal ?? refuse('link.used');
    const passwordHash = await parts.passwords.hash(input.password);
    const person = await parts.database.transaction((inside) =>
      claim({ ...parts, database: inside }, { link, input, email, passwordHash }),
    );
    if (person === undefined) return refuse('link.used');
    limit.succeeded(peerAddress, email);
    return startSession(parts, person);
  };
}

function whyNot(link: OneTimeLink | undefined, email: string): Refusal | undefined {
  if (link === undefined) return refuse('link.used');
  if (link.email === null || link.email === email) return undefined;
  return refuse('invalid', { problems: ['body.email: this invitation is for another email'] });
}

interface Claim {
  readonly link: OneTimeLink;
  readonly input: CheckedInput<(typeof endpoints)['claimLink']>;
  readonly email: string;
  readonly passwordHash: string;
}

async function claim(parts: AccessParts, { link, input, email, passwordHash }: Claim): Promise<Person | undefined> {
  const nowMs = parts.clock.nowMs();
  if (!(await useLink(parts.database, input.link, nowMs))) return undefined;
  const known = await findPerson(parts.database, 'email', email);
  if (known === undefined) {
    await addPerson(parts.database, { id: crypto.randomUUID(), email, name: input.name, role: link.role, passwordHash }, nowMs);
  } else {
    await renewPerson(parts.database, { id: known.id, name: input.name, role: link.email === null ? link.role : known.role, passwordHash });
    await endSessionsOf(parts.database, known.id);
  }
  return stored(parts.database, email);
}

async function stored(database: Database, email: string): Promise<Person> {
  const person = await findPerson(database, 'email', email);
  if (person === undefined) throw new Error('A person that was just stored is not there.');
  return person;
}
