/**
 * The server killed again and again in the middle of a load: every acknowledged row is stored once, in the table and in the
 * views, and the senders' repetitions store nothing twice.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { batchAnswer } from '@weft/schema';
import { z } from 'zod';
import { connectionRow, execRow, sendBatch } from '../testing/test-batch.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openEmbeddedWarehouse } from '../warehouse/embedded-warehouse.ts';

const SENDERS = 6;
const KILLS = 8;
const EXECS = 40;
const CONNECTIONS = 10;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);

afterAll(() => server.dispose());

interface Sent {
  readonly batches: number;
  readonly repetitions: number;
  readonly duplicates: number;
}

/** Sends batch after batch, each until it is acknowledged, as an agent does. */
async function sendUntil(isOver: () => boolean, sender: number): Promise<Sent> {
  const sent = { batches: 0, repetitions: 0, duplicates: 0 };
  while (!isOver()) {
    const lines = [
      ...Array.from({ length: EXECS }, (_, pid) => execRow(pid + 1)),
      ...Array.from({ length: CONNECTIONS }, () => connectionRow(443)),
    ];
    const wish = { id: crypto.randomUUID(), machine: `machine-000${sender}`, lines };
    for (let answer = await attempt(wish); ; answer = await attempt(wish)) {
      if (answer === 'duplicate') sent.duplicates += 1;
      if (answer !== undefined) break;
      sent.repetitions += 1;
      await Bun.sleep(30);
    }
    sent.batches += 1;
  }
  return sent;
}

async function attempt(wish: Parameters<typeof sendBatch>[1]): Promise<'stored' | 'duplicate' | undefined> {
  try {
    const response = await sendBatch(server, wish);
    return response.ok ? batchAnswer.parse(await response.json()).status : undefined;
  } catch {
    return undefined;
  }
}

test('killed in the middle of a load, nothing acknowledged is lost and nothing is stored twice', async () => {
  let isOver = false;
  const senders = Array.from({ length: SENDERS }, (_, sender) => sendUntil(() => isOver, sender));
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Groups are gathered for 200 ms and stored in about 50: the kills fall into every step.
    await Bun.sleep(200 + kill * 37);
    await server.kill();
    await server.start();
  }
  isOver = true;
  const sent = await Promise.all(senders);
  expect(await server.stop()).toBe(0);

  const batches = sent.reduce((sum, one) => sum + one.batches, 0);
  expect(sent.reduce((sum, one) => sum + one.repetitions, 0)).toBeGreaterThan(0);
  expect(readdirSync(join(server.dataFolder, 'journal'))).toEqual([]);
  expect(await stored(server)).toEqual({
    batchIds: batches,
    execs: batches * EXECS,
    launches: batches * EXECS,
    connections: batches * CONNECTIONS,
    connects: batches * CONNECTIONS,
    bytes: batches * CONNECTIONS * 10,
  });
}, 120_000);

async function stored(from: TestServer): Promise<Record<string, number>> {
  const warehouse = openEmbeddedWarehouse(join(from.dataFolder, 'warehouse'));
  const questions = {
    batchIds: 'SELECT uniqExact(batch_id) AS n FROM exec',
    execs: 'SELECT count() AS n FROM exec',
    launches: `SELECT sum(events) AS n FROM edge_hour WHERE type = 'launch'`,
    connections: 'SELECT count() AS n FROM connection',
    connects: `SELECT sum(events) AS n FROM edge_hour WHERE type = 'connect'`,
    bytes: 'SELECT sum(sent_bytes) AS n FROM edge_hour',
  };
  const counts: Record<string, number> = {};
  for (const [name, sql] of Object.entries(questions)) {
    counts[name] = (await warehouse.query(z.object({ n: z.number() }), { sql }))[0]?.n ?? Number.NaN;
  }
  await warehouse.close();
  return counts;
}
