import { z } from 'zod';
import type { Database } from './database.ts';
import { statementsOf, type Migration } from './migration.ts';

const applied = z.object({ number: z.coerce.number(), name: z.string() });

/** Thrown at start when the data was written by a newer Weft than this one. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  constructor(store: string, found: number, known: number) {
    super(
      `The ${store} is at schema ${found}, this Weft knows up to ${known}. Start the newer Weft that wrote it, or use another data folder.`,
    );
  }
}

/** Brings the database to the newest schema, each step in one transaction. @throws NewerSchema */
export async function applyMigrations(database: Database, migrations: readonly Migration[], nowMs: number): Promise<void> {
  await database.run(
    'CREATE TABLE IF NOT EXISTS schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
  );
  const done = await database.query(applied, 'SELECT number, name FROM schema_migration');
  const found = Math.max(0, ...done.map(({ number }) => number));
  if (found > migrations.length) throw new NewerSchema('database', found, migrations.length);
  for (const migration of migrations.slice(found)) await applyOne(database, migration, nowMs);
}

async function applyOne(database: Database, migration: Migration, nowMs: number): Promise<void> {
  await database.transaction(async (inside) => {
    for (const statement of statementsOf(migration)) await inside.run(statement);
    await inside.run('INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      nowMs,
    ]);
  });
}
