import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { applyMigrations } from '../database/apply-migrations.ts';
import type { Database } from '../database/database.ts';
import { databaseMigrations } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { startPostgresql, type Postgresql } from '../testing/postgresql.ts';
import type { StoredBatch } from './group.ts';
import { findStoredBatch, LEDGER_DAYS, pruneLedger, recordBatches } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-ledger-'));
const databases = new Map<string, Database>();
let postgresql: Postgresql;

beforeAll(async () => {
  postgresql = await startPostgresql();
  databases.set('sqlite', await openDatabase({ url: undefined, dataFolder: folder }));
  databases.set('postgresql', await openDatabase({ url: postgresql.url, dataFolder: folder }));
  for (const database of databases.values()) await applyMigrations(database, databaseMigrations, 0);
}, 60_000);

afterAll(async () => {
  for (const database of databases.values()) await database.close();
  await postgresql.stop();
  rmSync(folder, { recursive: true });
});

const batch = (number: number, machine: string, receivedAtMs: number): StoredBatch => ({
  id: `batch-${number}`,
  machine,
  hostname: `host of ${receivedAtMs}`,
  version: '1',
  tokenId: 't',
  rows: number,
  rejectedRows: 1,
  receivedAtMs,
});

const agentRow = z.object({ machine: z.string(), hostname: z.string(), first: z.coerce.number(), last: z.coerce.number() });

describe.each(['sqlite', 'postgresql'])('%s', (kind) => {
  const opened = (): Database => databases.get(kind) ?? expect.unreachable();

  test('more batches than one statement takes are noted, twice as once', async () => {
    const batches = Array.from({ length: 1203 }, (_, number) => batch(number, `machine-${number % 3}`, 1000 + number));
    await recordBatches(opened(), batches, 5000);
    await recordBatches(opened(), batches, 6000);
    expect(await findStoredBatch(opened(), 'batch-1202')).toEqual({ rows: 1202, rejectedRows: 1 });
    expect(await findStoredBatch(opened(), 'batch-1203')).toBeUndefined();
  });

  test('an agent is known from its first to its last batch, also when an older one comes late', async () => {
    await recordBatches(opened(), [batch(2000, 'machine-0', 9000)], 9000);
    await recordBatches(opened(), [batch(2001, 'machine-0', 8000)], 9001);
    const sql = `SELECT machine_id AS machine, hostname, first_batch_at AS first, last_batch_at AS last FROM agent WHERE machine_id = 'machine-0'`;
    expect(await opened().query(agentRow, sql)).toMatchObject([{ machine: 'machine-0', first: 2200, last: 9000 }]);
  });

  test('ids are forgotten after their days', async () => {
    await pruneLedger(opened(), 5000 + LEDGER_DAYS * 86_400_000);
    expect(await findStoredBatch(opened(), 'batch-7')).toBeDefined();
    await pruneLedger(opened(), 5001 + LEDGER_DAYS * 86_400_000);
    expect(await findStoredBatch(opened(), 'batch-7')).toBeUndefined();
    expect(await findStoredBatch(opened(), 'batch-2000')).toBeDefined();
  });
});
