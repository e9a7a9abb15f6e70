/** The intake of a real server over TLS: what it takes, and that bad input gets a clear no and harms nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { connect } from 'node:tls';
import { join } from 'node:path';
import { z } from 'zod';
import { batchAnswer } from '@weft/schema';
import { openEmbeddedWarehouse } from '../warehouse/embedded-warehouse.ts';
import { batchBody, connectionRow, execRow, sendBatch, sendBody, testMachine } from '../testing/test-batch.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);

afterAll(() => server.dispose());

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  mend: z.string(),
  requestId: z.string(),
  problems: z.array(z.string()).optional(),
});

test('a good batch is stored, the same batch again is a duplicate', async () => {
  const wish = { id: crypto.randomUUID(), lines: [execRow(1), execRow(2), connectionRow(443)] };
  const first = await sendBatch(server, wish);
  expect([first.status, await first.json()]).toEqual([
    200,
    { status: 'stored', stored: 3, rejected: [], rejectedCount: 0, ignoredColumns: [] },
  ]);
  const second = await sendBatch(server, wish);
  expect([second.status, await second.json()]).toEqual([
    200,
    { status: 'duplicate', stored: 3, rejected: [], rejectedCount: 0, ignoredColumns: [] },
  ]);
});

test('one batch sent many times at once is stored once', async () => {
  const wish = { id: crypto.randomUUID(), lines: [execRow(3)] };
  const answers = await Promise.all(Array.from({ length: 8 }, async () => batchAnswer.parse(await (await sendBatch(server, wish)).json())));
  expect(answers.filter(({ status }) => status === 'stored')).toHaveLength(1);
  expect(answers.filter(({ status, stored }) => status === 'duplicate' && stored === 1)).toHaveLength(7);
});

test('bad lines are named with number and reason, good ones are stored', async () => {
  const lines = [
    execRow(4),
    'not json',
    Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    { table: 'exce' },
    `{"table":"exec","command_line":"${'x'.repeat(1024 * 1024)}"}`,
    { ...execRow(5), pid: -1 },
    { ...execRow(6), executed_at: '2020-01-01T00:00:00.000Z' },
    { ...execRow(7), executed_at: new Date(Date.now() + 2 * 86_400_000).toISOString() },
    { ...execRow(8), started_at: '2026-02-31T00:00:00.000Z' },
    '',
    execRow(9),
  ];
  const response = await sendBatch(server, { lines });
  const answer = z.looseObject({ ...batchAnswer.shape, code: z.string() }).parse(await response.json());
  expect(response.status).toBe(422);
  expect(answer).toMatchObject({ status: 'stored', stored: 2, rejectedCount: 9, code: 'batch.bad-line' });
  expect(answer.rejected.map(({ line, problem }) => `${line}: ${problem.slice(0, 30)}`)).toEqual([
    '3: the line is not JSON: JSON Par',
    '4: the line is not valid UTF-8',
    '5: unknown table "exce"; did you ',
    expect.stringMatching(/^6: the line has \d+ bytes/),
    '7: exec.pid must be a whole numbe',
    '8: exec.executed_at is older than',
    '9: exec.executed_at is in the fut',
    '10: exec.started_at is no day of t',
    '11: the line is not JSON: JSON Par',
  ]);
});

test('what two JSON readers take differently is stored as the first one read it', async () => {
  const row = JSON.stringify({ ...execRow(10), comm: 'odd' });
  const lines = [
    row.replace('"pid":10', '"pid":1e1'),
    row.replace('"uid":0', '"uid":-0'),
    row.replace('"gid":0', '"gid":5,"gid":0'),
    row.replace('"cwd":"/"', '"cwd":"\\ud800"'),
    row.replace('{', '{"machine_id":"another-machine","batch_id":"forged",'),
    row.replace('{', '{"__proto__":{"a":1},'),
  ];
  const response = await sendBatch(server, { lines });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { stored: 6, ignoredColumns: ['exec.machine_id', 'exec.batch_id', 'exec.__proto__'] },
  ]);
});

describe('a refusal says what was wrong', () => {
  const good = Bun.zstdCompressSync(batchBody({ lines: [execRow(11)] }));
  const otherToken = 'a'.repeat(56);
  const dayOff = new Date(Date.now() - 25 * 3_600_000).toISOString();
  const cases: [string, number, string, () => Promise<Response>][] = [
    ['no token', 401, 'token.wrong', () => sendBody(server, good, { headers: { authorization: '' } })],
    ['a wrong token', 401, 'token.wrong', () => sendBody(server, good, { token: otherToken })],
    ['a token that is none', 401, 'token.wrong', () => sendBody(server, good, { token: 'x' })],
    ['another type', 415, 'unsupported-media', () => sendBody(server, good, { headers: { 'content-type': 'application/json' } })],
    ['not compressed', 415, 'unsupported-media', () => sendBody(server, good, { headers: { 'content-encoding': 'gzip' } })],
    ['a clock a day off', 422, 'batch.clock-skew', () => sendBody(server, good, { sentAt: dayOff })],
    ['no clock', 400, 'invalid', () => sendBody(server, good, { sentAt: 'yesterday' })],
    ['an empty body', 400, 'batch.not-zstd', () => sendBody(server, new Uint8Array())],
    ['a body that is no zstd', 400, 'batch.not-zstd', () => sendBody(server, Buffer.from('{"format":1}'))],
    ['truncated zstd', 400, 'batch.not-zstd', () => sendBody(server, good.subarray(0, good.length - 5))],
    ['zstd with something behind', 400, 'batch.not-zstd', () => sendBody(server, Buffer.concat([good, Buffer.from('more')]))],
    ['damaged zstd', 400, 'batch.not-zstd', () => sendBody(server, flipped(good))],
    ['a zip bomb', 413, 'batch.unpacked-too-large', () => sendBody(server, bomb())],
    ['8 MB and one byte', 413, 'batch.too-large', () => sendBody(server, new Uint8Array(8 * 1024 * 1024 + 1))],
    ['a line of 100 MB', 413, 'batch.unpacked-too-large', () => sendBatch(server, { lines: ['x'.repeat(100_000_000)] })],
    ['no header', 400, 'batch.header', () => sendBody(server, Bun.zstdCompressSync(Buffer.from(`${JSON.stringify(execRow(1))}\n`)))],
    ['a header of another format', 400, 'batch.header', () => sendBody(server, Bun.zstdCompressSync(Buffer.from('{"format":2}\n')))],
    ['fewer rows than said', 400, 'batch.header', () => sendBody(server, Bun.zstdCompressSync(cutBatch()))],
    ['another path', 404, 'not-found', () => server.fetch('/intake/v1/other', { method: 'POST' })],
    ['another method', 404, 'not-found', () => server.fetch('/intake/v1/batches')],
  ];
  test.each(cases)('%s', async (_, status, code, send) => {
    const response = await send();
    expect([response.status, refusal.parse(await response.json()).code]).toEqual([status, code]);
  });

  test('and the server still takes good batches, with little memory', async () => {
    expect((await sendBody(server, Bun.zstdCompressSync(batchBody({ lines: [execRow(12)] })))).status).toBe(200);
    const metrics = await (await server.fetch('/metrics')).text();
    expect(metric(metrics, 'process_resident_memory_bytes')).toBeLessThan(1_500_000_000);
    expect(metric(metrics, 'weft_intake_in_flight_bytes')).toBe(0);
    expect(metric(metrics, 'weft_intake_batches_total{outcome="batch.not-zstd"}')).toBe(5);
  });
});

test('a body without length that does not end is cut at the limit', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
      if (sent > 64 * 1024 * 1024) controller.close();
    },
  });
  const response = await sendBody(server, endless).catch((error: unknown) => error);
  // The server answers while the body still comes; a client may see its connection end instead.
  if (response instanceof Response) expect(response.status).toBe(413);
  expect(sent).toBeLessThanOrEqual(64 * 1024 * 1024 + 65_536);
  expect((await sendBatch(server, { lines: [execRow(13)] })).status).toBe(200);
});

test('oversized headers are refused with 431', async () => {
  const status = await rawStatus(`POST /intake/v1/batches HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(100_000)}\r\n\r\n`);
  expect(status).toBe('HTTP/1.1 431');
  expect((await sendBatch(server, { lines: [execRow(14)] })).status).toBe(200);
});

test('a disabled token stops at once', async () => {
  const api = async (method: string, path: string, body: object): Promise<unknown> =>
    (
      await server.fetch(path, {
        method,
        headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const made = z
    .object({ token: z.string(), agentToken: z.object({ id: z.string() }) })
    .parse(await api('POST', '/api/v1/agent-tokens', { name: 'second' }));
  expect((await sendBatch(server, { lines: [execRow(15)] }, { token: made.token })).status).toBe(200);
  await api('PATCH', `/api/v1/agent-tokens/${made.agentToken.id}`, { isDisabled: true });
  const response = await sendBatch(server, { lines: [execRow(16)] }, { token: made.token });
  expect([response.status, refusal.parse(await response.json()).code]).toEqual([403, 'token.disabled']);
});

test('TLS below 1.2 is refused', async () => {
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect(
      { port: Number(new URL(server.url).port), host: '127.0.0.1', rejectUnauthorized: false, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' },
      () => resolve(socket.getProtocol() ?? 'connected'),
    );
    socket.on('error', () => resolve('refused'));
  });
  expect(outcome).toBe('refused');
});

test('after all this, each good row is in the warehouse once, and in its views', async () => {
  expect(await server.stop()).toBe(0);
  const warehouse = openEmbeddedWarehouse(join(server.dataFolder, 'warehouse'));
  const count = async (sql: string): Promise<number | undefined> => (await warehouse.query(z.object({ n: z.number() }), { sql }))[0]?.n;
  const odd = await warehouse.query(
    z.object({ pid: z.number(), uid: z.number(), gid: z.number(), cwd: z.string().nullable(), machine_id: z.string() }),
    {
      sql: `SELECT DISTINCT pid, uid, gid, cwd, machine_id FROM exec WHERE comm = 'odd' ORDER BY cwd`,
    },
  );
  const [execs, launches, bytes] = [
    await count('SELECT count() AS n FROM exec'),
    await count(`SELECT sum(events) AS n FROM edge_hour WHERE type = 'launch'`),
    await count('SELECT sum(sent_bytes) AS n FROM edge_hour'),
  ];
  await warehouse.close();
  expect(odd.map((row) => [row.pid, row.uid, row.gid, row.cwd, row.machine_id])).toEqual([
    [10, 0, 0, '/', testMachine],
    [10, 0, 0, '\uFFFD', testMachine],
  ]);
  expect([execs, launches, bytes]).toEqual([2 + 1 + 2 + 6 + 1 + 1 + 1 + 1, 15, 10]);
});

function bomb(): Uint8Array {
  return Bun.zstdCompressSync(Buffer.alloc(1024 * 1024 * 1024, 0x61));
}

/** Behind magic, frame header and block header. */
const FIRST_BLOCK = 12;

function flipped(body: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body);
  for (let at = FIRST_BLOCK; at < FIRST_BLOCK + 20; at += 1) copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function cutBatch(): Uint8Array {
  const body = batchBody({ lines: [execRow(1), execRow(2)] });
  return body.subarray(0, body.lastIndexOf('\n', body.length - 2) + 1);
}

function metric(text: string, name: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? Number.NaN);
}

function rawStatus(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', ca: server.ca }, () => socket.write(request));
    socket.on('data', (data) => {
      resolve(data.toString().slice(0, 12));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
