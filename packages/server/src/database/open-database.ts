import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { SQL } from 'bun';
import type { Database } from './database.ts';
import { createTurns } from './turns.ts';
import { sqlDatabase } from './sql-database.ts';

/** Where the database is: a PostgreSQL URL, or the folder that holds the SQLite file. */
export interface DatabasePlace {
  readonly url: string | undefined;
  readonly dataFolder: string;
}

/** Opens the database; its schema is whatever it was, see `applyMigrations`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return place.url === undefined ? openSqlite(join(place.dataFolder, 'weft.db')) : openPostgresql(place.url);
}

/** `synchronous = FULL`: what the ledger and people are told is stored survives a power cut. */
async function openSqlite(path: string): Promise<Database> {
  const sql = new SQL({ adapter: 'sqlite', filename: path, create: true });
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'])
    await sql.unsafe(`PRAGMA ${pragma}`);
  chmodSync(path, 0o600);
  return sqlDatabase('sqlite', sql, createTurns());
}

async function openPostgresql(url: string): Promise<Database> {
  const sql = new SQL({ url, max: 10, connectionTimeout: 10 });
  await sql.connect();
  return sqlDatabase('postgresql', sql, undefined);
}
