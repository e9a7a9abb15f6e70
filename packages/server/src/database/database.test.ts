import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { applyMigrations, NewerSchema } from './apply-migrations.ts';
import { UniqueViolation, type Database } from './database.ts';
import { statementsOf } from './migration.ts';
import { databaseMigrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { startPostgresql, type Postgresql } from '../testing/postgresql.ts';

const count = z.object({ n: z.coerce.number() });
const migrations = [
  {
    number: 1,
    name: 'one',
    sql: '-- a comment;\nCREATE TABLE thing (id TEXT PRIMARY KEY, n BIGINT NOT NULL);\nCREATE TABLE other (id TEXT);',
  },
  { number: 2, name: 'two', sql: 'CREATE INDEX thing_by_n ON thing (n);\n' },
];

const folder = mkdtempSync(join(tmpdir(), 'weft-database-'));
let postgresql: Postgresql;
const kinds = ['sqlite', 'postgresql'] as const;
const databases = new Map<string, Database>();

beforeAll(async () => {
  postgresql = await startPostgresql();
  databases.set('sqlite', await openDatabase({ url: undefined, dataFolder: folder }));
  databases.set('postgresql', await openDatabase({ url: postgresql.url, dataFolder: folder }));
  for (const database of databases.values()) await applyMigrations(database, migrations, 7);
}, 60_000);

afterAll(async () => {
  for (const database of databases.values()) await database.close();
  await postgresql.stop();
  rmSync(folder, { recursive: true });
});

function opened(kind: string): Database {
  const database = databases.get(kind);
  if (database === undefined) throw new Error(`${kind} did not open`);
  return database;
}

describe.each(kinds)('%s', (kind) => {
  test('runs statements with values by number, and tells how many rows changed', async () => {
    const database = opened(kind);
    expect(await database.run('INSERT INTO thing (n, id) VALUES ($2, $1)', ['a', 2 ** 53 - 1])).toBe(1);
    expect(await database.query(count, 'SELECT n FROM thing WHERE id = $2 AND n = $1', [2 ** 53 - 1, 'a'])).toEqual([{ n: 2 ** 53 - 1 }]);
    expect(await database.run('UPDATE thing SET n = 1 WHERE id = $1', ['nobody'])).toBe(0);
  });

  test('a second row of one key is a UniqueViolation', async () => {
    const database = opened(kind);
    await database.run('INSERT INTO thing (id, n) VALUES ($1, 1)', ['twin']);
    const again = database.run('INSERT INTO thing (id, n) VALUES ($1, 1)', ['twin']);
    expect(await again.catch((error: unknown) => error)).toBeInstanceOf(UniqueViolation);
  });

  test('a transaction that throws leaves nothing', async () => {
    const database = opened(kind);
    const failing = database.transaction(async (inside) => {
      await inside.run("INSERT INTO thing (id, n) VALUES ('gone', 1)");
      throw new Error('no');
    });
    expect(await failing.catch((error: unknown) => String(error))).toBe('Error: no');
    expect(await database.query(count, "SELECT count(*) AS n FROM thing WHERE id = 'gone'")).toEqual([{ n: 0 }]);
  });

  test('statements of others do not slip into an open transaction', async () => {
    const database = opened(kind);
    const failing = database.transaction(async (inside) => {
      await inside.run("INSERT INTO thing (id, n) VALUES ('inside', 1)");
      await Bun.sleep(20);
      throw new Error('no');
    });
    const outside = database.run("INSERT INTO thing (id, n) VALUES ('outside', 1)");
    await failing.catch(() => {});
    await outside;
    expect(await database.query(count, "SELECT count(*) AS n FROM thing WHERE id IN ('inside', 'outside')")).toEqual([{ n: 1 }]);
  });

  test('migrations run once, and a newer schema is refused', async () => {
    const database = opened(kind);
    await applyMigrations(database, migrations, 8);
    const refusal = await applyMigrations(database, migrations.slice(0, 1), 9).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NewerSchema);
    expect(String(refusal)).toContain('at schema 2, this Weft knows up to 1');
  });

  test('a migration that fails half way leaves nothing and can run again', async () => {
    const database = opened(kind);
    const broken = [...migrations, { number: 3, name: 'three', sql: 'CREATE TABLE third (id TEXT);\nCREATE NONSENSE;' }];
    expect(await applyMigrations(database, broken, 9).catch(() => 'failed')).toBe('failed');
    await applyMigrations(database, [...migrations, { number: 3, name: 'three', sql: 'CREATE TABLE third (id TEXT);' }], 9);
    expect(await database.query(count, 'SELECT count(*) AS n FROM third')).toEqual([{ n: 0 }]);
  });
});

test("Weft's own migrations are numbered without gaps", () => {
  expect(databaseMigrations.map(({ number }) => number)).toEqual(databaseMigrations.map((_, index) => index + 1));
  for (const migration of databaseMigrations) expect(statementsOf(migration).length).toBeGreaterThan(0);
});

test.each(kinds)("Weft's own migrations run on %s", async (kind) => {
  const database = await openDatabase(
    kind === 'sqlite'
      ? { url: undefined, dataFolder: mkdtempSync(join(folder, 'own-')) }
      : { url: await postgresql.createDatabase(), dataFolder: folder },
  );
  await applyMigrations(database, databaseMigrations, 7);
  expect(await database.query(count, 'SELECT count(*) AS n FROM schema_migration')).toEqual([{ n: databaseMigrations.length }]);
  await database.close();
});
