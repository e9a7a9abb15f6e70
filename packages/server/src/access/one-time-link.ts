import { roles, type Role } from '@weft/schema';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { AccessParts } from './access-parts.ts';
import { randomSecret } from './random-secret.ts';
import { secretHash } from './secret-hash.ts';

const HOUR_MS = 60 * 60 * 1000;

/** How long each kind of link works. */
export const ADMIN_LINK_MS = 24 * HOUR_MS;
export const INVITATION_MS = 7 * 24 * HOUR_MS;

const linkRow = z.object({ email: z.string().nullable(), role: z.enum(roles) });
export type OneTimeLink = z.output<typeof linkRow>;

type LinkParts = Pick<AccessParts, 'database' | 'clock' | 'random'>;

/** Makes a link, and clears away those that no longer work. `path` is a page of the console; the secret stays out of server logs. */
async function addLink(
  parts: LinkParts,
  link: { readonly email: string | null; readonly role: Role; readonly lastsMs: number },
): Promise<{ readonly path: string; readonly expiresAtMs: number }> {
  const nowMs = parts.clock.nowMs();
  const secret = randomSecret(parts.random);
  const expiresAtMs = nowMs + link.lastsMs;
  await parts.database.run('DELETE FROM one_time_link WHERE expires_at <= $1', [nowMs]);
  await parts.database.run('INSERT INTO one_time_link (secret_hash, email, role, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [
    secretHash(secret),
    link.email,
    link.role,
    nowMs,
    expiresAtMs,
  ]);
  return { path: `/claim#${secret}`, expiresAtMs };
}

/** A link that makes whoever holds it an admin; for the server's owner. Earlier unused ones stay good until they expire. */
export async function createAdminLink(parts: LinkParts): Promise<{ readonly path: string; readonly expiresAtMs: number }> {
  return addLink(parts, { email: null, role: 'admin', lastsMs: ADMIN_LINK_MS });
}

/** A link for one email. A later one replaces it. */
export async function createInvitation(
  parts: LinkParts,
  email: string,
  role: Role,
): Promise<{ readonly path: string; readonly expiresAtMs: number }> {
  await dropInvitations(parts.database, email);
  return addLink(parts, { email, role, lastsMs: INVITATION_MS });
}

export async function dropInvitations(database: Database, email: string): Promise<void> {
  await database.run('DELETE FROM one_time_link WHERE email = $1', [email]);
}

/** The link if it still works. */
export async function findLink(database: Database, secret: string, nowMs: number): Promise<OneTimeLink | undefined> {
  const rows = await database.query(
    linkRow,
    'SELECT email, role FROM one_time_link WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > $2',
    [secretHash(secret), nowMs],
  );
  return rows[0];
}

/** True for exactly one caller. */
export async function useLink(database: Database, secret: string, nowMs: number): Promise<boolean> {
  const changed = await database.run(
    'UPDATE one_time_link SET used_at = $2 WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > $2',
    [secretHash(secret), nowMs],
  );
  return changed === 1;
}
