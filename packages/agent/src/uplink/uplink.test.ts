import { afterEach, beforeEach, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '@weft/base';
import { GapLog } from '../pipeline/gap-log.ts';
import { openBatch, sealBatch, type SealedBatch } from '../pipeline/sealed-batch.ts';
import { Spool } from '../pipeline/spool.ts';
import { halfBatchId } from './half-batch-id.ts';
import { RetryingTransport } from './retrying-transport.ts';
import type { SendOutcome, Transport } from './transport.ts';
import { Uplink } from './uplink.ts';
import { waitUnlessAborted } from './wait-unless-aborted.ts';

const sender = { machineId: 'machine-1', hostname: 'host', version: '1' };
const delivered: SendOutcome = { kind: 'delivered', rejectedCount: 0, rejected: [] };
let folder: string;
let gaps: GapLog;
let spool: Spool;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-uplink-'));
  gaps = new GapLog();
  spool = new Spool({ folder, maxBytes: 1e8, nowMs: () => 0, onGap: (gap) => gaps.add(gap) });
});

afterEach(() => rmSync(folder, { recursive: true }));

async function put(rows: number): Promise<SealedBatch> {
  const lines = Array.from({ length: rows }, (_, index) => `{"n":${index}}`);
  const batch = await sealBatch({ id: randomUUID(), lines, fromMs: 1, toMs: 2 }, sender);
  spool.put(batch);
  return batch;
}

/** A server that answers as told. */
function transportOf(answer: (batch: SealedBatch) => SendOutcome): { transport: Transport; sent: SealedBatch[] } {
  const sent: SealedBatch[] = [];
  const send = (batch: SealedBatch): Promise<SendOutcome> => {
    sent.push(batch);
    return Promise.resolve(answer(batch));
  };
  return { transport: { send, close: () => {} }, sent };
}

async function drain(transport: Transport): Promise<Uplink> {
  const uplink = new Uplink({ spool, transport, gaps, sender, log: silentLogger, isVerbose: false });
  const running = uplink.run();
  await uplink.drained(1);
  uplink.stop();
  await running;
  return uplink;
}

test('delivers oldest first and counts what was acknowledged', async () => {
  const batches = [await put(3), await put(4)];
  const { transport, sent } = transportOf(() => delivered);
  const uplink = await drain(transport);
  expect(sent.map(({ id }) => id)).toEqual(batches.map(({ id }) => id));
  expect(uplink.rowsSent).toBe(7);
  expect(uplink.bytesSent).toBe(batches.reduce((sum, { body }) => sum + body.length, 0));
  expect(spool.batches).toBe(0);
});

test('lines that the server rejected are a gap; the batch is done', async () => {
  await put(5);
  const { transport } = transportOf(() => ({
    kind: 'delivered',
    rejectedCount: 2,
    rejected: [{ line: 3, problem: 'exec.pid is missing' }],
  }));
  const uplink = await drain(transport);
  expect(uplink.rowsSent).toBe(3);
  expect(gaps.takeRows()).toMatchObject([{ lost_where: 'uplink', lost: 2, reason: expect.stringContaining('exec.pid is missing') }]);
});

test('too large: halves, each with an id of its own that is always the same, until it fits', async () => {
  const whole = await put(5);
  const { transport, sent } = transportOf(({ rows }) =>
    rows > 2 ? { kind: 'rejected', code: 'too-large', reason: 'too large' } : delivered,
  );
  const uplink = await drain(transport);
  expect(uplink.rowsSent).toBe(5);
  const taken = sent.filter(({ rows }) => rows <= 2);
  const lines = (await Promise.all(taken.map(({ body }) => openBatch(body)))).flat();
  expect(lines.sort()).toEqual(['{"n":0}', '{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}']);
  expect(taken.map(({ id }) => id)).toContain(halfBatchId(whole.id, 'second'));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
});

test('one row that is too large, and a batch that is refused, are gaps', async () => {
  await put(1);
  await drain(transportOf(() => ({ kind: 'rejected', code: 'too-large', reason: 'too large' })).transport);
  await put(2);
  await drain(transportOf(() => ({ kind: 'rejected', code: 'refused', reason: 'no header' })).transport);
  expect(gaps.takeRows()).toMatchObject([
    { lost: 1, reason: 'too large' },
    { lost: 2, reason: 'no header' },
  ]);
  expect(spool.batches).toBe(0);
});

test('tries again under the same id, waiting as asked, until it is delivered', async () => {
  await put(1);
  let failures = 3;
  const waits: number[] = [];
  const { transport, sent } = transportOf(() => (failures-- > 0 ? { kind: 'retry', afterMs: 5000, reason: 'overloaded' } : delivered));
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  await drain(new RetryingTransport(transport, { log: silentLogger, random: () => 0, wait }));
  expect(waits).toEqual([5000, 5000, 5000]);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent.length).toBe(4);
});

test('a stop in the middle of waiting ends at once and keeps the batch', async () => {
  await put(1);
  const { transport } = transportOf(() => ({ kind: 'retry', afterMs: 3_600_000, reason: 'down' }));
  const retrying = new RetryingTransport(transport, { log: silentLogger, random: () => 0, wait: waitUnlessAborted });
  const uplink = new Uplink({ spool, transport: retrying, gaps, sender, log: silentLogger, isVerbose: false });
  const running = uplink.run();
  await Bun.sleep(20);
  uplink.stop();
  await running;
  expect(spool.batches).toBe(1);
});

test('ids of halves are UUIDs', () => {
  const id = halfBatchId(randomUUID(), 'first');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
