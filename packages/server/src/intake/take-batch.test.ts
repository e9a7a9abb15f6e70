import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@weft/base';
import { Registry } from 'prom-client';
import { applyMigrations } from '../database/apply-migrations.ts';
import type { Database } from '../database/database.ts';
import { databaseMigrations } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { batchBody, execRow } from '../testing/test-batch.ts';
import { createByteBudget } from './byte-budget.ts';
import type { GroupOutcome } from './group-queue.ts';
import { createIntakeFacts } from './intake-facts.ts';
import { createIntakeMetrics } from './intake-metrics.ts';
import { createTakeBatch } from './take-batch.ts';
import { timeSpan } from './time-span.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-take-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: undefined, dataFolder: folder });
  await applyMigrations(database, databaseMigrations, 0);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** A queue whose outcomes the test decides. */
function createTake(maxBytes: number) {
  const added: { outcome: PromiseWithResolvers<GroupOutcome>; settled: PromiseWithResolvers<void> }[] = [];
  const budget = createByteBudget(maxBytes);
  const metrics = createIntakeMetrics(new Registry(), { inFlightBytes: budget.takenBytes, freeDiskBytes: () => 0 });
  const take = createTakeBatch({
    clock: systemClock,
    database,
    budget,
    metrics,
    facts: createIntakeFacts(systemClock, metrics),
    queue: {
      add: () => {
        const one = { outcome: Promise.withResolvers<GroupOutcome>(), settled: Promise.withResolvers<void>() };
        added.push(one);
        return { outcome: one.outcome.promise, settled: one.settled.promise };
      },
    },
    span: (nowMs) => timeSpan({ default: 92, byTable: {} }, nowMs),
  });
  return { take, budget, added };
}

const body = (rows: number, id = crypto.randomUUID()): Request =>
  new Request('https://h/', {
    method: 'POST',
    body: Uint8Array.from(Bun.zstdCompressSync(batchBody({ id, lines: Array.from({ length: rows }, (_, pid) => execRow(pid)) }))),
  });

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await Bun.sleep(1);
}

test('with too much unfinished work a batch is turned away with a time to come again, and nothing stays held', async () => {
  const { take, budget, added } = createTake(100_000);
  const first = take(body(120), 't');
  await until(() => added.length === 1);
  const held = budget.takenBytes();
  expect(held).toBeGreaterThan(50_000);
  expect(await take(body(120), 't')).toMatchObject({ kind: 'refused', code: 'overloaded', retryAfterSeconds: 2 });
  expect(budget.takenBytes()).toBe(held);
  added[0]?.outcome.resolve({ kind: 'stored' });
  expect(await first).toMatchObject({ kind: 'taken', answer: { status: 'stored', stored: 120 } });
  expect(budget.takenBytes()).toBe(0);
});

test('a batch that is journaled but not stored yet does not come in a second time', async () => {
  const { take, added } = createTake(10_000_000);
  const id = crypto.randomUUID();
  const first = take(body(1, id), 't');
  await until(() => added.length === 1);
  added[0]?.outcome.resolve({ kind: 'failed' });
  expect(await first).toMatchObject({ kind: 'refused', code: 'storage.failed' });
  expect(await take(body(1, id), 't')).toMatchObject({ kind: 'refused', code: 'storage.failed' });
  expect(added).toHaveLength(1);
  added[0]?.settled.resolve();
  await Bun.sleep(1);
  const second = take(body(1, id), 't');
  await until(() => added.length === 2);
  added[1]?.outcome.resolve({ kind: 'stored' });
  expect(await second).toMatchObject({ kind: 'taken' });
});
