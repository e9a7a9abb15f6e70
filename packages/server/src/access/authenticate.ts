import type { Caller } from '../http/caller.ts';
import type { Authenticate } from '../http/register-endpoint.ts';
import type { AccessParts } from './access-parts.ts';
import { findApiKey, touchApiKey } from './api-key-store.ts';
import { API_KEY_PREFIX } from './create-api-key.ts';
import { secretHash } from './secret-hash.ts';
import { readSessionCookie } from './session-cookie.ts';
import { findSession, TOUCH_EVERY_MS, touchSession } from './session-store.ts';

const ANYONE: Caller = { kind: 'anyone' };

/** Who asks: an API key in `Authorization: Bearer`, else the session cookie. A wrong key is nobody, even beside a good cookie. */
export function createAuthenticate(parts: Pick<AccessParts, 'database' | 'clock'>): Authenticate {
  return async (request) => {
    const authorization = request.headers.get('authorization');
    if (authorization !== null) return callerOfKey(parts, /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
    const token = readSessionCookie(request.headers.get('cookie'));
    return token === undefined ? ANYONE : callerOfSession(parts, token);
  };
}

async function callerOfKey({ database, clock }: Pick<AccessParts, 'database' | 'clock'>, key: string): Promise<Caller> {
  if (!key.startsWith(API_KEY_PREFIX)) return ANYONE;
  const found = await findApiKey(database, secretHash(key));
  if (found === undefined) return ANYONE;
  const nowMs = clock.nowMs();
  if (nowMs - (found.lastUsedAtMs ?? 0) > TOUCH_EVERY_MS) await touchApiKey(database, found.id, nowMs);
  return { kind: 'api-key', id: found.id, name: found.name, role: found.role };
}

async function callerOfSession({ database, clock }: Pick<AccessParts, 'database' | 'clock'>, token: string): Promise<Caller> {
  const nowMs = clock.nowMs();
  const sessionHash = secretHash(token);
  const session = await findSession(database, sessionHash, nowMs);
  if (session === undefined) return ANYONE;
  if (nowMs - session.lastUsedAtMs > TOUCH_EVERY_MS) await touchSession(database, sessionHash, session.personId, nowMs);
  return { kind: 'person', id: session.personId, name: session.name, email: session.email, role: session.role, sessionHash };
}
