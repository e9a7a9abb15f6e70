import { afterAll, beforeAll, expect, test } from 'bun:test';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caFingerprint } from '@weft/schema';
import { askReadiness } from './ask-readiness.ts';
import { pinCa } from './pin-ca.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-pin-'));
const path = (name: string): string => join(folder, name);
let server: ReturnType<typeof Bun.serve>;

function openssl(...words: string[]): void {
  const { exitCode, stderr } = Bun.spawnSync(['openssl', ...words], { cwd: folder });
  if (exitCode !== 0) throw new Error(stderr.toString());
}

/** A server as ours is: its certificate comes from its own CA, and it presents both. */
beforeAll(() => {
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Weft test CA', '-days', '2');
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=weft');
  writeFileSync(path('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-days',
    '2',
    '-extfile',
    'names',
    '-out',
    'server.pem',
  );
  const chain = readFileSync(path('server.pem'), 'utf8') + readFileSync(path('ca.pem'), 'utf8');
  server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    tls: { cert: chain, key: readFileSync(path('server.key'), 'utf8') },
    fetch: () => new Response('ready'),
  });
});

afterAll(async () => {
  await server.stop(true);
  rmSync(folder, { recursive: true });
});

test('the CA with the right fingerprint comes back, and the server is trusted by it and only by it', async () => {
  const url = `https://127.0.0.1:${server.port}`;
  const { raw } = new X509Certificate(readFileSync(path('ca.pem')));
  const pinned = await pinCa(url, caFingerprint(createHash('sha256').update(raw).digest()));
  if (pinned.kind === 'error') throw new Error(pinned.error.message);
  expect(new X509Certificate(pinned.value).subject).toBe('CN=Weft test CA');
  expect(await askReadiness({ url, apiKey: undefined, caPem: pinned.value })).toBe('ready');
  expect(await askReadiness({ url, apiKey: undefined, caPem: undefined })).toBe('unreachable');
});

test('another fingerprint is refused', async () => {
  const url = `https://127.0.0.1:${server.port}`;
  expect(await pinCa(url, 'a'.repeat(26))).toMatchObject({ kind: 'error', error: { exitCode: 1 } });
});

test('nobody there', async () => {
  expect(await pinCa('https://127.0.0.1:9', 'a'.repeat(26))).toMatchObject({ kind: 'error', error: { exitCode: 3 } });
});
