import type { Handler } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import type { AccessParts } from './access-parts.ts';
import { findPerson, passwordHashOf } from './person-store.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import { startSession } from './start-session.ts';

/** Email and password. Who exists, who is disabled and what was wrong all look the same from outside. */
export function createSignIn(parts: AccessParts, limit: SignInLimit): Handler<'signIn'> {
  return async ({ input, peerAddress }) => {
    const email = input.email.toLowerCase();
    const retryAfterSeconds = limit.take(peerAddress, email);
    if (retryAfterSeconds !== undefined) return refuse('rate-limited', { retryAfterSeconds });
    const isRight = await parts.passwords.isRight(input.password, await passwordHashOf(parts.database, email));
    const person = await findPerson(parts.database, 'email', email);
    if (!isRight || person === undefined || person.isDisabled) return refuse('sign-in.wrong');
    limit.succeeded(peerAddress, email);
    return startSession(parts, person);
  };
}
