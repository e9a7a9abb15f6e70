import { roles, type EndpointAnswer, type Role, type endpoints } from '@weft/schema';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { storedInstant, storedOptionalInstant } from './stored-columns.ts';

export type ApiKey = EndpointAnswer<(typeof endpoints)['listApiKeys']>['rows'][number];

const apiKeyRow = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    tag: z.string(),
    createdAt: storedInstant,
    createdBy: z.string(),
    lastUsedAt: storedOptionalInstant,
  })
  .transform(({ lastUsedAt, ...key }): ApiKey => (lastUsedAt === undefined ? key : { ...key, lastUsedAt }));

export async function listApiKeys(database: Database): Promise<readonly ApiKey[]> {
  return database.query(
    apiKeyRow,
    `SELECT id, name, role, tag, created_at AS "createdAt", created_by AS "createdBy", last_used_at AS "lastUsedAt"
     FROM api_key ORDER BY created_at DESC, id`,
  );
}

export interface NewApiKey {
  readonly id: string;
  readonly keyHash: string;
  readonly tag: string;
  readonly name: string;
  readonly role: Role;
  readonly createdBy: string;
}

export async function addApiKey(database: Database, key: NewApiKey, nowMs: number): Promise<void> {
  await database.run('INSERT INTO api_key (id, key_hash, tag, name, role, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    key.id,
    key.keyHash,
    key.tag,
    key.name,
    key.role,
    nowMs,
    key.createdBy,
  ]);
}

export async function deleteApiKey(database: Database, id: string): Promise<boolean> {
  return (await database.run('DELETE FROM api_key WHERE id = $1', [id])) > 0;
}

const usedRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  lastUsedAtMs: z.union([z.null(), z.coerce.number()]),
});

/** The key that may be used: one that a disabled person made rests until its maker may sign in again. */
export async function findApiKey(database: Database, keyHash: string): Promise<z.output<typeof usedRow> | undefined> {
  const rows = await database.query(
    usedRow,
    `SELECT id, name, role, last_used_at AS "lastUsedAtMs" FROM api_key
     WHERE key_hash = $1 AND NOT EXISTS (SELECT 1 FROM person WHERE person.email = api_key.created_by AND is_disabled = 1)`,
    [keyHash],
  );
  return rows[0];
}

export async function touchApiKey(database: Database, id: string, nowMs: number): Promise<void> {
  await database.run('UPDATE api_key SET last_used_at = $2 WHERE id = $1', [id, nowMs]);
}
