import { z } from 'zod';
import { NewerSchema } from '../database/apply-migrations.ts';
import { statementsOf, type Migration } from '../database/migration.ts';
import type { Warehouse } from './warehouse.ts';

const progress = z.object({ number: z.number(), statement: z.number() });

/**
 * Brings the warehouse to the newest schema. ClickHouse has no transactions over DDL: progress is kept per statement, so
 * that a start after a crash goes on where it was; a statement that ran but was not noted is found existing and passed.
 * @throws NewerSchema
 */
export async function applyWarehouseMigrations(warehouse: Warehouse, migrations: readonly Migration[]): Promise<void> {
  await warehouse.command(
    'CREATE TABLE IF NOT EXISTS schema_migration (number UInt32, statement UInt32, name String) ENGINE = MergeTree ORDER BY (number, statement)',
  );
  const rows = await warehouse.query(progress, { sql: 'SELECT number, statement FROM schema_migration' });
  const found = Math.max(0, ...rows.map(({ number }) => number));
  if (found > migrations.length) throw new NewerSchema('warehouse', found, migrations.length);
  const done = new Set(rows.map(({ number, statement }) => `${number}.${statement}`));
  for (const migration of migrations) await applyOne(warehouse, migration, done);
}

async function applyOne(warehouse: Warehouse, migration: Migration, done: ReadonlySet<string>): Promise<void> {
  for (const [index, statement] of statementsOf(migration).entries()) {
    if (done.has(`${migration.number}.${index}`)) continue;
    await warehouse.command(statement.replace(/^CREATE (TABLE|MATERIALIZED VIEW|VIEW) (?!IF NOT EXISTS)/, 'CREATE $1 IF NOT EXISTS '));
    await warehouse.command(
      `INSERT INTO schema_migration (number, statement, name) VALUES (${migration.number}, ${index}, '${migration.name.replaceAll("'", "''")}')`,
    );
  }
}
