import { roles, type Role } from '@weft/schema';
import { z } from 'zod';
import type { Database } from '../database/database.ts';

/** A session ends this long after its last use, and this long after its start whatever happens. */
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;
export const SESSION_MAX_MS = 30 * 24 * 60 * 60 * 1000;

/** Sessions of one person; the oldest give way. */
const MAX_SESSIONS = 50;

/** How exact "last used" is; saves a write per request. */
export const TOUCH_EVERY_MS = 60_000;

const sessionRow = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  lastUsedAtMs: z.coerce.number(),
});

export interface Session {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly lastUsedAtMs: number;
}

/** The session and its person; undefined when it is over or the person may not sign in. */
export async function findSession(database: Database, tokenHash: string, nowMs: number): Promise<Session | undefined> {
  const rows = await database.query(
    sessionRow,
    `SELECT person_id AS "personId", name, email, role, last_used_at AS "lastUsedAtMs"
     FROM session JOIN person ON person.id = session.person_id
     WHERE token_hash = $1 AND is_disabled = 0 AND last_used_at > $2 AND session.created_at > $3`,
    [tokenHash, nowMs - SESSION_IDLE_MS, nowMs - SESSION_MAX_MS],
  );
  return rows[0];
}

/** Starts a session, and clears away what is over. */
export async function addSession(
  database: Database,
  session: { readonly tokenHash: string; readonly personId: string },
  nowMs: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.run('DELETE FROM session WHERE created_at <= $1 OR last_used_at <= $2', [nowMs - SESSION_MAX_MS, nowMs - SESSION_IDLE_MS]);
    await inside.run('INSERT INTO session (token_hash, person_id, created_at, last_used_at) VALUES ($1, $2, $3, $3)', [
      session.tokenHash,
      session.personId,
      nowMs,
    ]);
    await inside.run(
      `DELETE FROM session WHERE person_id = $1 AND token_hash NOT IN
         (SELECT token_hash FROM session WHERE person_id = $1 ORDER BY created_at DESC LIMIT ${MAX_SESSIONS})`,
      [session.personId],
    );
    await inside.run('UPDATE person SET last_seen_at = $2 WHERE id = $1', [session.personId, nowMs]);
  });
}

export async function touchSession(database: Database, tokenHash: string, personId: string, nowMs: number): Promise<void> {
  await database.run('UPDATE session SET last_used_at = $2 WHERE token_hash = $1', [tokenHash, nowMs]);
  await database.run('UPDATE person SET last_seen_at = $2 WHERE id = $1', [personId, nowMs]);
}

export async function endSession(database: Database, tokenHash: string): Promise<void> {
  await database.run('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
}

export async function endSessionsOf(database: Database, personId: string): Promise<void> {
  await database.run('DELETE FROM session WHERE person_id = $1', [personId]);
}
