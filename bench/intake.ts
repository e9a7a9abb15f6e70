/**
 * What the intake stores on this machine, and how long a batch waits for its acknowledgement: many agents at once, over
 * HTTPS, rows checked, journaled, stored once. Beside it, in the same run, the ClickHouse client that inserts the same rows
 * straight into the same tables with the same views, without any of that: batch by batch, and in large groups.
 *
 * The senders run on the same cores; their bodies are made and compressed before the clock starts.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../test/harness/free-port.ts';
import { createScratch } from '../test/harness/scratch.ts';
import { startWeftServer, type WeftServer } from '../test/harness/weft-server.ts';
import { sampleRow } from './intake-rows.ts';
import { readProcessUsage } from './process-usage.ts';
import { printTable } from './table.ts';

const ROWS = 300_000;
const ROWS_A_BATCH = 1000;
const SENDERS = 64;
const LARGE_GROUP_ROWS = 50_000;
/** The quiet case: how long a batch waits when the server is not busy. */
const PACED_BATCHES = 400;
const PACED_ROWS_A_BATCH = 100;
const PACED_BATCHES_A_SECOND = 50;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Milliseconds per batch or insertion. */
  readonly times: readonly number[];
}

const scratch = createScratch();

function makeBodies(count: number, rowsABatch: number): Uint8Array<ArrayBuffer>[] {
  const at = new Date().toISOString();
  return Array.from({ length: count }, (_, batch) => {
    const rows = Array.from({ length: rowsABatch }, (__, row) => JSON.stringify(sampleRow(batch * rowsABatch + row, at)));
    const machine = `machine-${String(batch % SENDERS).padStart(4, '0')}`;
    const header = { format: 1, batch: crypto.randomUUID(), machine, hostname: machine, agent: { version: '0.1.0' }, rows: rowsABatch };
    return Uint8Array.from(Bun.zstdCompressSync([JSON.stringify(header), ...rows, ''].join('\n')));
  });
}

/** As fast as it goes: every sender sends its next batch when the last one is acknowledged. */
async function sendAll(server: WeftServer, bodies: Uint8Array<ArrayBuffer>[]): Promise<number[]> {
  const times: number[] = [];
  const waiting = [...bodies];
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) times.push(await send(server, body));
    }),
  );
  return times;
}

/** At a steady pace, whether the batches before are acknowledged or not. */
async function sendPaced(server: WeftServer, bodies: Uint8Array<ArrayBuffer>[]): Promise<number[]> {
  const startMs = performance.now();
  return Promise.all(
    bodies.map(async (body, number) => {
      await Bun.sleep(startMs + (number * 1000) / PACED_BATCHES_A_SECOND - performance.now());
      return send(server, body);
    }),
  );
}

async function measureIntake(server: WeftServer, sendBodies: () => Promise<number[]>): Promise<Measured> {
  const pid = server.process().pid;
  const cpuBefore = readProcessUsage(pid).cpuSeconds;
  const startMs = performance.now();
  const times = await sendBodies();
  return { seconds: (performance.now() - startMs) / 1000, cpuSeconds: readProcessUsage(pid).cpuSeconds - cpuBefore, times };
}

async function send(server: WeftServer, body: Uint8Array<ArrayBuffer>): Promise<number> {
  const startMs = performance.now();
  const headers = {
    authorization: `Bearer ${server.agentToken}`,
    'content-type': 'application/x-ndjson',
    'content-encoding': 'zstd',
    'weft-sent-at': new Date().toISOString(),
  };
  const response = await fetch(`${server.url}/intake/v1/batches`, { method: 'POST', headers, body, tls: { ca: server.ca } });
  if (response.status !== 200) throw new Error(`The intake answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - startMs;
}

async function straight(warehouse: string, rowsAnInsertion: number): Promise<Measured> {
  const child = Bun.spawn(
    [process.execPath, join(import.meta.dir, 'straight-insert.ts'), warehouse, String(ROWS), String(rowsAnInsertion)],
    { stderr: 'inherit' },
  );
  const measured: Measured = JSON.parse(await new Response(child.stdout).text());
  return measured;
}

function percentile(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(0);
}

function tableRow(name: string, measured: Measured, rows: number = ROWS): string[] {
  return [
    name,
    Math.round(rows / measured.seconds).toLocaleString('en'),
    ((measured.cpuSeconds / rows) * 1e6).toFixed(1),
    percentile(measured.times, 0.5),
    percentile(measured.times, 0.99),
  ];
}

console.log(
  `${ROWS.toLocaleString('en')} rows in batches of ${ROWS_A_BATCH}, ${SENDERS} senders, ${navigator.hardwareConcurrency} cores. Making them …`,
);
const bodies = makeBodies(ROWS / ROWS_A_BATCH, ROWS_A_BATCH);
const pacedBodies = makeBodies(PACED_BATCHES, PACED_ROWS_A_BATCH);
const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
const server = await startWeftServer({ dataDir: join(scratch.path, 'data'), port: freePort() });
const intake = await measureIntake(server, () => sendAll(server, bodies));
const paced = await measureIntake(server, () => sendPaced(server, pacedBodies));
await server.stop();
if (readdirSync(join(scratch.path, 'data', 'journal')).length > 0) throw new Error('The intake left a journal behind.');
const warehouse = join(scratch.path, 'data', 'warehouse');
const batchwise = await straight(warehouse, ROWS_A_BATCH);
const grouped = await straight(warehouse, LARGE_GROUP_ROWS);
printTable([
  ['', 'rows/s', 'CPU µs/row', 'p50 ms', 'p99 ms'],
  tableRow('intake: HTTPS, checked, journaled, once', intake),
  tableRow(`the same, ${PACED_BATCHES_A_SECOND} batches of ${PACED_ROWS_A_BATCH} rows a second`, paced, PACED_BATCHES * PACED_ROWS_A_BATCH),
  tableRow(`client straight, insertions of ${ROWS_A_BATCH.toLocaleString('en')} rows`, batchwise),
  tableRow(`client straight, insertions of ${LARGE_GROUP_ROWS.toLocaleString('en')} rows`, grouped),
]);
console.log(
  `Sent ${(bytes / ROWS).toFixed(1)} bytes a row, compressed. "p50" and "p99": a batch to its acknowledgement, or an insertion into all its tables.`,
);
scratch.remove();
