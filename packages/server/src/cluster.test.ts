/** The same server over PostgreSQL and a ClickHouse reached by HTTP: what is stored once stays once, whoever restarts. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './testing/free-port.ts';
import { startPostgresql, type Postgresql } from './testing/postgresql.ts';
import { connectionRow, execRow, sendBatch, testMachine } from './testing/test-batch.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-cluster-'));
let clickhouse: Bun.Subprocess<'ignore', 'pipe', 'inherit'>;
let postgresql: Postgresql;
let server: TestServer;

beforeAll(async () => {
  const port = freePort();
  const environment = { ...process.env, UV_THREADPOOL_SIZE: '8' };
  clickhouse = Bun.spawn(
    [process.execPath, join(import.meta.dir, 'testing/clickhouse-front.ts'), String(port), join(folder, 'clickhouse')],
    {
      env: environment,
      stdin: 'ignore',
      stdout: 'pipe',
      stderr: 'inherit',
    },
  );
  await clickhouse.stdout.getReader().read();
  postgresql = await startPostgresql();
  server = await startTestServer({ environment: { WEFT_CLICKHOUSE_URL: `http://127.0.0.1:${port}`, WEFT_DATABASE_URL: postgresql.url } });
}, 90_000);

afterAll(async () => {
  await server?.dispose();
  await postgresql?.stop();
  clickhouse?.kill();
  rmSync(folder, { recursive: true, force: true });
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
