import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'bun:test';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SealedBatch, sealBatch } from '../pipeline/sealed-batch.ts';
import { createCertificates, type TestCertificates } from '../testing/certificates.ts';
import { startConnectProxy } from '../testing/connect-proxy.ts';
import { type AnswerWith, type Receiver, startReceiver } from '../testing/receiver.ts';
import { HttpsTransport } from './https-transport.ts';
import { fetchServerChain } from './server-chain.ts';
import type { SendOutcome } from './transport.ts';
import { findTrust } from './trust.ts';

const sender = { machineId: 'machine-1', hostname: 'host', version: '1' };
const never = new AbortController().signal;
let certificates: TestCertificates;
let other: TestCertificates;
let folder: string;
let receiver: Receiver | undefined;

beforeAll(() => {
  certificates = createCertificates();
  other = createCertificates();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-uplink-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await receiver?.stop();
  receiver = undefined;
});

afterAll(() => receiver?.stop());

function start(answerWith?: AnswerWith): Receiver {
  receiver = startReceiver(certificates, answerWith);
  return receiver;
}

interface Wish {
  readonly token?: string;
  readonly caFile?: string;
  readonly proxy?: string;
  readonly url?: URL;
  readonly timeoutMs?: number;
}

function transport({
  token = certificates.token,
  caFile,
  proxy,
  url = receiver?.url ?? new URL('https://localhost:1'),
  timeoutMs = 5000,
}: Wish = {}): HttpsTransport {
  const fetchChain = (): Promise<Uint8Array[]> => fetchServerChain(url, proxy);
  const trust = (): ReturnType<typeof findTrust> => findTrust({ caFile, token, stateFolder: folder, fetchChain });
  return new HttpsTransport({
    server: url,
    token,
    proxy,
    findTrust: trust,
    timeoutMs,
    nowMs: () => Date.parse('2026-01-02T03:04:05.678Z'),
  });
}

function batch(): Promise<SealedBatch> {
  const line = JSON.stringify({
    table: 'agent_gap',
    started_at: '2026-01-01T00:00:00.000Z',
    ended_at: '2026-01-01T00:00:00.000Z',
    lost_where: 'ring',
    lost_what: 'exec',
    reason: 'test',
  });
  return sealBatch({ id: randomUUID(), lines: [line, line], fromMs: 0, toMs: 1 }, sender);
}

async function send(wish?: Wish): Promise<SendOutcome> {
  return await transport(wish).send(await batch(), never);
}

test('sends a whole batch with its headers', async () => {
  const { batches, problems } = start();
  expect(await send()).toEqual({ kind: 'delivered', rejectedCount: 0, rejected: [] });
  expect(problems).toEqual([]);
  expect(batches[0]?.header).toMatchObject({ format: 1, machine: 'machine-1', hostname: 'host', agent: { version: '1' }, rows: 2 });
  const headers = Object.fromEntries(
    ['authorization', 'content-type', 'content-encoding', 'weft-sent-at'].map((name) => [name, batches[0]?.request.get(name)]),
  );
  expect(headers).toEqual({
    authorization: `Bearer ${certificates.token}`,
    'content-type': 'application/x-ndjson',
    'content-encoding': 'zstd',
    'weft-sent-at': '2026-01-02T03:04:05.678Z',
  });
});

test('by the fingerprint in the token: the CA is kept, and asked for once', async () => {
  start();
  await send();
  expect(readFileSync(join(folder, 'server-ca.pem'), 'utf8').trim()).toBe(certificates.caPem.trim());
  const trust = await findTrust({
    caFile: undefined,
    token: certificates.token,
    stateFolder: folder,
    fetchChain: () => Promise.reject(new Error('asked again')),
  });
  expect(trust).toMatchObject({ kind: 'ca', source: 'fingerprint' });
});

test("another server's fingerprint: not a byte of the batch, nor the token, is sent", async () => {
  const { batches } = start();
  const outcome = await send({ token: other.token });
  expect(outcome).toMatchObject({ kind: 'retry', reason: expect.stringContaining('fingerprint is in the token') });
  expect(batches).toEqual([]);
  expect(existsSync(join(folder, 'server-ca.pem'))).toBe(false);
});

test('who answered first in the place of the server is forgotten when the server is back', async () => {
  const { url } = start();
  const chains = [[new Uint8Array([1, 2, 3])], await fetchServerChain(url, undefined)];
  const fetchChain = (): Promise<Uint8Array[]> => Promise.resolve(chains.shift() ?? []);
  const trust = (): ReturnType<typeof findTrust> =>
    findTrust({ caFile: undefined, token: certificates.token, stateFolder: folder, fetchChain });
  const one = new HttpsTransport({
    server: url,
    token: certificates.token,
    proxy: undefined,
    findTrust: trust,
    timeoutMs: 5000,
    nowMs: () => 0,
  });
  expect((await one.send(await batch(), never)).kind).toBe('retry');
  expect((await one.send(await batch(), never)).kind).toBe('delivered');
});

test('an answer without end is read no further than an answer can be', async () => {
  const chunk = new Uint8Array(65_536).fill(32);
  start(() => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })));
  expect(await send()).toMatchObject({ kind: 'retry', reason: 'the server answered 200' });
});

test('a kept CA of another server is not used for a new token', async () => {
  start();
  writeFileSync(join(folder, 'server-ca.pem'), other.caPem);
  expect((await send()).kind).toBe('delivered');
});

test('by the CA file, which wins over the token', async () => {
  start();
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificates.caPem);
  expect((await send({ caFile, token: other.token })).kind).toBe('delivered');
  writeFileSync(caFile, other.caPem);
  expect(await send({ caFile })).toMatchObject({ kind: 'retry' });
});

test('a CA file that is not there is named', async () => {
  start();
  expect(await send({ caFile: '/nowhere/ca.pem' })).toMatchObject({ kind: 'retry', reason: expect.stringContaining('/nowhere/ca.pem') });
});

test('the name of the server is verified too', async () => {
  const { url, batches } = start();
  const outcome = await send({ url: new URL(`https://127.0.0.2:${url.port}`) });
  expect(outcome.kind).toBe('retry');
  expect(batches).toEqual([]);
});

test('through a proxy, on first contact and after it, with its password', async () => {
  const { batches, url } = start();
  const proxy = await startConnectProxy();
  expect((await send({ proxy: proxy.url })).kind).toBe('delivered');
  proxy.stop();
  expect(proxy.asked).toEqual(Array.from({ length: 2 }, () => ({ target: `localhost:${url.port}`, credentials: 'user:secret' })));
  expect(batches.length).toBe(1);
});

test('a proxy that is not there is a retry', async () => {
  start();
  expect((await send({ proxy: 'http://127.0.0.1:1' })).kind).toBe('retry');
});

test('nobody there, an answer that never comes, a stop: all are a retry', async () => {
  expect((await send({ url: new URL('https://127.0.0.1:1') })).kind).toBe('retry');
  start(() => new Promise(() => {}));
  expect((await send({ timeoutMs: 300 })).kind).toBe('retry');
  const stop = new AbortController();
  const sending = transport().send(await batch(), stop.signal);
  stop.abort();
  expect((await sending).kind).toBe('retry');
});

test('a server that sends elsewhere is not followed: the token is for it alone', async () => {
  const { url } = start((_, request) =>
    new URL(request.url).pathname === '/elsewhere' ? new Response('reached') : Response.redirect(`${url.origin}/elsewhere`, 307),
  );
  expect((await send()).kind).toBe('retry');
});

/** OpenSSL's server, speaking one version of TLS only; gives its port when it answers. */
async function startOldServer(version: string): Promise<{ port: number; stop: () => void }> {
  const pem = join(folder, 'server.pem');
  writeFileSync(pem, certificates.chainPem + certificates.keyPem);
  const spare = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data: () => {} } });
  const { port } = spare;
  spare.stop(true);
  const words = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', pem, '-key', pem, version, '-cipher', 'ALL:@SECLEVEL=0', '-www'];
  const server = Bun.spawn(['openssl', ...words], { stdout: 'ignore', stderr: 'ignore', stdin: 'ignore' });
  const isUp = (): Promise<boolean> =>
    Bun.connect({ hostname: '127.0.0.1', port, socket: { data: () => {} } }).then(
      (socket) => socket.end() !== undefined || true,
      () => false,
    );
  while (!(await isUp())) await Bun.sleep(20);
  return { port, stop: () => server.kill() };
}

test('TLS 1.2 is spoken, 1.1 is not', async () => {
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificates.caPem);
  const old = await startOldServer('-tls1_1');
  expect(await send({ url: new URL(`https://localhost:${old.port}`), caFile })).toMatchObject({
    reason: expect.stringContaining('EPROTO'),
  });
  old.stop();
  const current = await startOldServer('-tls1_2');
  expect((await fetchServerChain(new URL(`https://localhost:${current.port}`), undefined)).length).toBeGreaterThan(0);
  current.stop();
});
