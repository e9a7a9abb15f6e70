import { roles, type Person, type Role } from '@weft/schema';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { storedFlag, storedInstant, storedOptionalInstant } from './stored-columns.ts';

const COLUMNS = 'id, email, name, role, is_disabled AS "isDisabled", created_at AS "createdAt", last_seen_at AS "lastSeenAt"';

const personRow = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    isDisabled: storedFlag,
    createdAt: storedInstant,
    lastSeenAt: storedOptionalInstant,
  })
  .transform(({ lastSeenAt, ...person }): Person => (lastSeenAt === undefined ? person : { ...person, lastSeenAt }));

export async function listPeople(database: Database): Promise<readonly Person[]> {
  return database.query(personRow, `SELECT ${COLUMNS} FROM person ORDER BY email`);
}

export async function findPerson(database: Database, by: 'id' | 'email', value: string): Promise<Person | undefined> {
  return (await database.query(personRow, `SELECT ${COLUMNS} FROM person WHERE ${by} = $1`, [value]))[0];
}

export async function passwordHashOf(database: Database, email: string): Promise<string | undefined> {
  const rows = await database.query(z.object({ hash: z.string() }), 'SELECT password_hash AS hash FROM person WHERE email = $1', [email]);
  return rows[0]?.hash;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** @throws UniqueViolation when the email is taken. */
export async function addPerson(database: Database, person: NewPerson, nowMs: number): Promise<void> {
  await database.run(
    'INSERT INTO person (id, email, name, role, password_hash, is_disabled, created_at) VALUES ($1, $2, $3, $4, $5, 0, $6)',
    [person.id, person.email, person.name, person.role, person.passwordHash, nowMs],
  );
}

/** A new password through a link: the person may sign in again. */
export async function renewPerson(database: Database, person: Omit<NewPerson, 'email'>): Promise<void> {
  await database.run('UPDATE person SET name = $2, role = $3, password_hash = $4, is_disabled = 0 WHERE id = $1', [
    person.id,
    person.name,
    person.role,
    person.passwordHash,
  ]);
}

export async function hasPeople(database: Database): Promise<boolean> {
  return (await database.query(z.unknown(), 'SELECT id FROM person LIMIT 1')).length > 0;
}

/**
 * Makes others who change admins wait until the transaction ends: in PostgreSQL two of them would each still see the other's
 * admin, and leave none.
 */
export async function lockAdmins(inside: Database): Promise<void> {
  await inside.run("UPDATE person SET role = role WHERE role = 'admin'");
}

/** False when nobody else could administrate afterwards; then nothing is changed. */
export async function setAccess(
  database: Database,
  id: string,
  to: { readonly role: Role; readonly isDisabled: boolean },
): Promise<boolean> {
  const staysAdmin = to.role === 'admin' && !to.isDisabled;
  const changed = await database.run(
    `UPDATE person SET role = $2, is_disabled = $3 WHERE id = $1 AND ($4 = 1 OR EXISTS
       (SELECT 1 FROM person other WHERE other.id <> $1 AND other.role = 'admin' AND other.is_disabled = 0))`,
    [id, to.role, to.isDisabled ? 1 : 0, staysAdmin ? 1 : 0],
  );
  return changed > 0;
}
