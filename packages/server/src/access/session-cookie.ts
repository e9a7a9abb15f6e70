/** `__Host-` makes browsers refuse the cookie unless it is Secure, for this host alone and for every path. */
const NAME = '__Host-weft-session';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** `Set-Cookie` for a new session. */
export function sessionCookie(token: string, maxAgeSeconds: number): string {
  return `${NAME}=${token}; ${ATTRIBUTES}; Max-Age=${maxAgeSeconds}`;
}

/** `Set-Cookie` that makes the browser forget the session. */
export function endedSessionCookie(): string {
  return `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;
}

/** The session token of a `Cookie` header. */
export function readSessionCookie(header: string | null): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value !== undefined && value !== '') return value;
  }
  return undefined;
}
