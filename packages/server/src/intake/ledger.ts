import { z } from 'zod';
import type { Database, SqlValue } from '../database/database.ts';
import type { StoredBatch } from './group.ts';

/** How long ids are kept: longer than an agent's spool lasts. */
export const LEDGER_DAYS = 14;

const storedRow = z.object({ rows: z.coerce.number(), rejectedRows: z.coerce.number() });
export type LedgerEntry = z.output<typeof storedRow>;

/** Rows of one statement; PostgreSQL takes 65,535 values, SQLite 32,766. */
const ROWS_A_STATEMENT = 500;

/** What was stored under a batch id; undefined when it was not. */
export async function findStoredBatch(database: Database, id: string): Promise<LedgerEntry | undefined> {
  const sql = 'SELECT stored_rows AS rows, rejected_rows AS "rejectedRows" FROM stored_batch WHERE batch_id = $1';
  return (await database.query(storedRow, sql, [id]))[0];
}

/** Notes batches as stored and their agents as heard from. Doing it twice changes nothing. */
export async function recordBatches(database: Database, batches: readonly StoredBatch[], nowMs: number): Promise<void> {
  await database.transaction(async (inside) => {
    await insertRows(inside, {
      into: 'stored_batch (batch_id, stored_at, stored_rows, rejected_rows)',
      rows: batches.map((batch) => [batch.id, nowMs, batch.rows, batch.rejectedRows]),
      onConflict: '(batch_id) DO NOTHING',
    });
    await insertRows(inside, {
      into: 'agent (machine_id, hostname, version, token_id, first_batch_at, last_batch_at)',
      rows: [...latestByMachine(batches).values()].map((batch) => [
        batch.machine,
        batch.hostname,
        batch.version,
        batch.tokenId,
        batch.receivedAtMs,
        batch.receivedAtMs,
      ]),
      onConflict: `(machine_id) DO UPDATE SET hostname = excluded.hostname, version = excluded.version, token_id = excluded.token_id,
        last_batch_at = CASE WHEN excluded.last_batch_at > agent.last_batch_at THEN excluded.last_batch_at ELSE agent.last_batch_at END`,
    });
  });
}

/** Forgets what is older than the ledger keeps. */
export async function pruneLedger(database: Database, nowMs: number): Promise<number> {
  return database.run('DELETE FROM stored_batch WHERE stored_at < $1', [nowMs - LEDGER_DAYS * 86_400_000]);
}

function latestByMachine(batches: readonly StoredBatch[]): ReadonlyMap<string, StoredBatch> {
  return new Map(batches.toSorted((a, b) => a.receivedAtMs - b.receivedAtMs).map((batch) => [batch.machine, batch]));
}

async function insertRows(
  database: Database,
  insertion: { readonly into: string; readonly rows: readonly (readonly SqlValue[])[]; readonly onConflict: string },
): Promise<void> {
  for (let at = 0; at < insertion.rows.length; at += ROWS_A_STATEMENT) {
    const rows = insertion.rows.slice(at, at + ROWS_A_STATEMENT);
    let number = 0;
    const places = rows.map((row) => `(${row.map(() => `$${(number += 1)}`).join(', ')})`).join(', ');
    await database.run(`INSERT INTO ${insertion.into} VALUES ${places} ON CONFLICT ${insertion.onConflict}`, rows.flat());
  }
}
