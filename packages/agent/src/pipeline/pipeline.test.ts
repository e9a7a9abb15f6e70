import { afterEach, beforeEach, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WireLine } from '@weft/schema';
import { GapLog } from './gap-log.ts';
import { Pipeline } from './pipeline.ts';
import { openBatch } from './sealed-batch.ts';
import { Spool } from './spool.ts';

let folder: string;
let nowMs = 0;
let gaps: GapLog;
let spool: Spool;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-pipeline-'));
  gaps = new GapLog();
  spool = new Spool({ folder, maxBytes: 1e9, nowMs: () => nowMs, onGap: (gap) => gaps.add(gap) });
});

afterEach(() => rmSync(folder, { recursive: true }));

function create(): { pipeline: Pipeline; spooled: () => number } {
  let spooled = 0;
  const sender = { machineId: 'machine-1', hostname: 'host', version: '1' };
  const limits = { maxAgeMs: 2000, maxBytes: 10_000 };
  const pipeline = new Pipeline({ sender, spool, gaps, limits, nowMs: () => nowMs, onSpooled: () => (spooled += 1) });
  return { pipeline, spooled: () => spooled };
}

function row(reason: string): WireLine {
  const at = new Date(0).toISOString();
  return { table: 'agent_gap', started_at: at, ended_at: at, lost_where: 'ring', lost_what: 'exec', lost: 1, reason };
}

test('a batch is sealed when it is old enough', async () => {
  const { pipeline, spooled } = create();
  nowMs = 1000;
  pipeline.emit(row('a'));
  nowMs = 2999;
  pipeline.tick();
  expect(pipeline.queuedRows).toBe(1);
  nowMs = 3000;
  pipeline.tick();
  await pipeline.finish();
  expect(spooled()).toBe(1);
  expect(spool.peek()).toMatchObject({ rows: 1, fromMs: 1000, toMs: 3000 });
});

test('a batch is sealed when it is large enough; every row is in one batch, in order', async () => {
  const { pipeline } = create();
  const reasons = Array.from({ length: 50 }, (_, index) => `${index}`.padStart(1000, '.'));
  for (const reason of reasons) pipeline.emit(row(reason));
  await pipeline.finish();
  const lines: string[] = [];
  for (let batch = spool.peek(); batch !== undefined; batch = spool.peek()) {
    lines.push(...(await openBatch(batch.body)));
    spool.remove(batch.id);
  }
  expect(lines.map((line) => JSON.parse(line).reason)).toEqual(reasons);
  expect(pipeline.queuedRows).toBe(0);
});

test('faster than it can be sealed, rows are dropped and counted', async () => {
  const { pipeline } = create();
  const count = 400;
  for (let at = 0; at < count; at += 1) pipeline.emit(row('x'.repeat(1000)));
  await pipeline.finish();
  let stored = 0;
  for (let batch = spool.peek(); batch !== undefined; batch = spool.peek()) {
    stored += batch.rows;
    spool.remove(batch.id);
  }
  expect(gaps.lost).toBeGreaterThan(0);
  expect(stored + gaps.lost).toBe(count);
  expect(gaps.takeRows()).toMatchObject([{ lost_where: 'queue', lost: count - stored }]);
});

test('what one flush gives out at once is not lost for coming at once', async () => {
  const { pipeline } = create();
  for (let at = 0; at < 250; at += 1) pipeline.emit(row('x'.repeat(1000)));
  await pipeline.finish();
  expect(gaps.lost).toBe(0);
});

test('a clock that was set back an hour does not hold a batch for an hour', async () => {
  const { pipeline } = create();
  nowMs = 3_600_000;
  pipeline.emit(row('a'));
  nowMs = 0;
  pipeline.tick();
  expect(pipeline.queuedRows).toBe(1);
  await pipeline.finish();
  expect(spool.peek()).toMatchObject({ fromMs: 3_600_000, toMs: 3_600_000 });
});

test('gaps of one kind become one row with the whole time range', () => {
  const gap = { where: 'ring', what: 'exec', reason: 'r' } as const;
  gaps.add({ ...gap, lost: 1, fromMs: 1000, toMs: 2000 });
  gaps.add({ ...gap, lost: 2, fromMs: 2000, toMs: 3000 });
  gaps.add({ ...gap, where: 'queue', lost: undefined, fromMs: 1, toMs: 2 });
  expect(gaps.takeRows()).toEqual([
    {
      table: 'agent_gap',
      started_at: '1970-01-01T00:00:01.000Z',
      ended_at: '1970-01-01T00:00:03.000Z',
      lost_where: 'ring',
      lost_what: 'exec',
      lost: 3,
      reason: 'r',
    },
    {
      table: 'agent_gap',
      started_at: '1970-01-01T00:00:00.001Z',
      ended_at: '1970-01-01T00:00:00.002Z',
      lost_where: 'queue',
      lost_what: 'exec',
      lost: undefined,
      reason: 'r',
    },
  ]);
  expect(gaps.takeRows()).toEqual([]);
  expect(gaps.lost).toBe(3);
});
