import { afterAll, expect, test } from 'bun:test';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { addressBytes } from './issue-certificate.ts';
import { prepareTls } from './prepare-tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-tls-'));
const nowMs = Date.now();
const day = 86_400_000;
const names = ['localhost', '127.0.0.1', '::1', '2001:db8::a:1', 'host-1'];
const first = prepareTls({ folder, names, nowMs });

afterAll(() => rmSync(folder, { recursive: true }));

function server(identity: { readonly chainPem: string }): X509Certificate {
  return new X509Certificate(identity.chainPem);
}

test('OpenSSL takes the chain, for each of its names', async () => {
  await Bun.write(join(folder, 'chain.pem'), first.chainPem);
  for (const name of names) {
    const check = addressBytes(name) === undefined ? '-verify_hostname' : '-verify_ip';
    const openssl = Bun.spawnSync([
      'openssl',
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      '-CAfile',
      join(folder, 'ca.pem'),
      check,
      name,
      join(folder, 'chain.pem'),
    ]);
    expect(openssl.stdout.toString() + openssl.stderr.toString()).toContain('chain.pem: OK');
  }
});

test('a TLS client sees the CA in the chain, and its fingerprint is the one of the identity', async () => {
  const listener = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    tls: { cert: first.chainPem, key: first.keyPem },
    fetch: () => new Response('yes'),
  });
  expect(await (await fetch(`https://localhost:${listener.port}`, { tls: { ca: first.caPem } })).text()).toBe('yes');
  const fingerprint = await new Promise((resolve, reject) => {
    const socket = connect({ port: listener.port ?? 0, host: '127.0.0.1', ca: first.caPem }, () => {
      resolve(socket.getPeerCertificate(true).issuerCertificate.fingerprint256);
      socket.destroy();
    }).on('error', reject);
  });
  await listener.stop(true);
  expect(fingerprint).toBe(new X509Certificate(first.caPem).fingerprint256);
  expect(Buffer.from(first.caSha256)).toEqual(createHash('sha256').update(new X509Certificate(first.caPem).raw).digest());
});

test('keys are for the owner alone', () => {
  for (const name of ['ca.key', 'server.key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a second start keeps both; fewer names keep both too', () => {
  expect(prepareTls({ folder, names, nowMs: nowMs + 300 * day })).toEqual(first);
  expect(prepareTls({ folder, names: names.slice(1), nowMs })).toEqual(first);
});

test('a new name or less than 30 days left renews the certificate under the same CA', () => {
  const renamed = prepareTls({ folder, names: [...names, 'other'], nowMs });
  expect(renamed.caPem).toBe(first.caPem);
  expect(server(renamed).checkHost('other')).toBe('other');
  const renewed = prepareTls({ folder, names, nowMs: nowMs + 336 * day });
  expect(renewed.caPem).toBe(first.caPem);
  expect(server(renewed).validToDate.getTime()).toBeGreaterThan(nowMs + 700 * day);
});

test('a damaged key is said, not replaced: agents hold the CA', () => {
  const other = mkdtempSync(join(tmpdir(), 'weft-tls-'));
  prepareTls({ folder: other, names, nowMs });
  const before = readFileSync(join(other, 'ca.pem'), 'utf8');
  writeFileSync(join(other, 'ca.key'), 'nonsense');
  expect(() => prepareTls({ folder: other, names, nowMs })).toThrow();
  expect(readFileSync(join(other, 'ca.pem'), 'utf8')).toBe(before);
  rmSync(other, { recursive: true });
});

test('addresses have their bytes', () => {
  expect(addressBytes('::1')).toEqual(Uint8Array.from([...Array.from({ length: 15 }, () => 0), 1]));
  expect(addressBytes('::ffff:10.1.2.3')).toEqual(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 1, 2, 3]));
  expect(addressBytes('host')).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const groups = Array.from({ length: 8 }, (_, at) => (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16));
      expect(addressBytes(groups.join(':'))).toEqual(bytes);
    }),
  );
});
