/** The same server over PostgreSQL and a ClickHouse reached by HTTP: what is stored once stays once, whoever restarts. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startClickhouse, type Clickhouse } from './testing/clickhouse.ts';
import { startPostgresql, type Postgresql } from './testing/postgresql.ts';
import { connectionRow, execRow, sendBatch, testMachine } from './testing/test-batch.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let clickhouse: Clickhouse;
let postgresql: Postgresql;
let server: TestServer;

beforeAll(async () => {
  clickhouse = await startClickhouse();
  postgresql = await startPostgresql();
  server = await startTestServer({ environment: { WEFT_CLICKHOUSE_URL: clickhouse.url, WEFT_DATABASE_URL: postgresql.url } });
}, 90_000);

afterAll(async () => {
  await server?.dispose();
  await postgresql?.stop();
  await clickhouse?.stop();
});

async function ask(path: string): Promise<unknown> {
  return (await server.fetch(path, { headers: { authorization: `Bearer ${server.apiKey}` } })).json();
}

const wish = { id: crypto.randomUUID(), lines: [execRow(1), execRow(2), connectionRow(443)] };

test('nothing is kept in the state folder but keys and journals', () => {
  expect(existsSync(join(server.dataFolder, 'warehouse'))).toBe(false);
  expect(existsSync(join(server.dataFolder, 'weft.db'))).toBe(false);
});

test('a batch is stored once, over a kill and a restart', async () => {
  expect(await (await sendBatch(server, wish)).json()).toMatchObject({ status: 'stored', stored: 3 });
  await server.kill();
  await server.start();
  expect(await (await sendBatch(server, wish)).json()).toMatchObject({ status: 'duplicate', stored: 3 });
  expect(await ask('/api/v1/system')).toMatchObject({
    warehouse: 'cluster',
    database: 'postgresql',
    tables: expect.arrayContaining([
      expect.objectContaining({ name: 'exec', rows: 2 }),
      expect.objectContaining({ name: 'connection', rows: 1 }),
    ]),
  });
});

test('questions with values answer as on the embedded warehouse', async () => {
  expect(await ask(`/api/v1/machines/${testMachine}/execs?text=true`)).toMatchObject({
    total: 2,
    rows: [{ commandLine: expect.stringContaining('ä') }, {}],
  });
});
