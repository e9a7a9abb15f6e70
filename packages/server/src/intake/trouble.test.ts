/** What agents meet when the server is full, goes down, or comes back. Real processes, a real small disk. */
import { afterEach, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchAnswer } from '@weft/schema';
import { z } from 'zod';
import { execRow, sendBatch } from '../testing/test-batch.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openEmbeddedWarehouse } from '../warehouse/embedded-warehouse.ts';

const started: TestServer[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) await server.dispose();
});

async function start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  started.push(server);
  return server;
}

async function countExecs(server: TestServer): Promise<{ readonly rows: number; readonly launches: number }> {
  const warehouse = openEmbeddedWarehouse(join(server.dataFolder, 'warehouse'));
  const row = z.object({ rows: z.number(), launches: z.number() });
  const sql = `SELECT (SELECT count() FROM exec) AS rows, (SELECT sum(events) FROM edge_hour) AS launches`;
  const [found] = await warehouse.query(row, { sql });
  await warehouse.close();
  return found ?? expect.unreachable();
}

test('SIGTERM in the middle of a load: what was accepted is acknowledged and stored, then it ends with 0', async () => {
  const server = await start();
  const answers = Array.from({ length: 20 }, (_, number) =>
    sendBatch(server, { lines: [execRow(number)] }).then(
      async (response) => (response.ok ? batchAnswer.parse(await response.json()).stored : 0),
      () => 0,
    ),
  );
  await Bun.sleep(60);
  expect(await server.stop()).toBe(0);
  const acknowledged = (await Promise.all(answers)).reduce((sum, rows) => sum + rows, 0);
  expect(acknowledged).toBeGreaterThan(0);
  expect(await countExecs(server)).toEqual({ rows: acknowledged, launches: acknowledged });
}, 60_000);

test('a second server on the same folder is refused, and the first goes on', async () => {
  const server = await start();
  const second = await startTestServer({ dataFolder: server.dataFolder }).catch((error: unknown) => String(error));
  expect(second).toContain('is used by another server');
  expect((await sendBatch(server, { lines: [execRow(1)] })).status).toBe(200);
}, 60_000);

/** Bytes left free: nothing, and so little that the disk gets full in the middle of a group. */
const LEFT_FREE = [0, 60_000, 250_000, 1_000_000];

test('a full disk: 507, the server lives, goes on by itself when there is space, and has stored everything once', async () => {
  const disk = mountSmallDisk(160);
  try {
    const server = await start({ dataFolder: join(disk, 'data'), words: ['--disk-floor', '0'] });
    const all = [...(await sendMany(server, 5)).wishes];
    for (const leftFree of LEFT_FREE) {
      fill(join(disk, 'ballast'), leftFree);
      const during = await sendMany(server, 8);
      expect(during.statuses.filter((status) => status !== 507 && status !== 200)).toEqual([]);
      if (leftFree === 0) expect(during.statuses).toEqual([507]);
      expect((await server.fetch('/healthz')).status).toBe(200);
      truncateSync(join(disk, 'ballast'));
      for (const wish of during.wishes) await sendUntilStored(server, wish);
      all.push(...during.wishes);
    }
    expect(await server.stop()).toBe(0);
    expect(await countExecs(server)).toEqual({ rows: all.length * ROWS, launches: all.length * ROWS });
  } finally {
    for (const server of started.splice(0)) await server.dispose();
    run(['umount', disk]);
    rmSync(disk, { recursive: true });
  }
}, 180_000);

test('below the floor of free space the intake says disk-full before the disk is full', async () => {
  const server = await start({ words: ['--disk-floor', String(2 ** 52)] });
  const response = await sendBatch(server, { lines: [execRow(1)] });
  expect(response.status).toBe(507);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ code: 'storage.full' });
  const system = await server.fetch('/api/v1/system', { headers: { authorization: `Bearer ${server.apiKey}` } });
  expect(await system.json()).toMatchObject({ intakeState: 'disk-full' });
}, 60_000);

const ROWS = 500;

async function sendMany(server: TestServer, count: number) {
  const wishes = Array.from({ length: count }, () => ({
    id: crypto.randomUUID(),
    lines: Array.from({ length: ROWS }, (_, pid) => execRow(pid)),
  }));
  const statuses = new Set<number>();
  for (const wish of wishes) statuses.add((await sendBatch(server, wish)).status);
  return { wishes, statuses: [...statuses] };
}

async function sendUntilStored(server: TestServer, wish: Parameters<typeof sendBatch>[1]): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if ((await sendBatch(server, wish)).status === 200) return;
    await Bun.sleep(200);
  }
  throw new Error(`The batch was not stored within a minute. The server's log:\n${server.log()}`);
}

function mountSmallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-disk-'));
  run(['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return folder;
}

/** Writes until nothing more fits, then gives some bytes back. */
function fill(path: string, leftFree: number): void {
  writeFileSync(path, '');
  for (let piece = 1024 * 1024; piece >= 1024; piece /= 4) {
    try {
      for (;;) writeFileSync(path, new Uint8Array(piece), { flag: 'a' });
    } catch {
      // Full at this size; a smaller piece may fit.
    }
  }
  truncateSync(path, statSync(path).size - leftFree);
}

function run(command: readonly string[]): void {
  const { exitCode, stderr } = Bun.spawnSync([...command]);
  if (exitCode !== 0) throw new Error(`${command.join(' ')}: ${stderr.toString()}`);
}
