import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { issueCertificate } from './issue-certificate.ts';
import type { TlsIdentity } from './tls-identity.ts';

const DAY_MS = 86_400_000;
const CA_DAYS = 3650;
/** Browsers refuse a server certificate of more than 825 days (Apple) even below an own CA. */
const SERVER_DAYS = 365;
const RENEW_BEFORE_DAYS = 30;
/** Certificates begin a little earlier, for machines whose clock is behind. */
const BACKDATE_MS = DAY_MS;

export interface TlsWish {
  /** `tls` in the state folder. */
  readonly folder: string;
  /** DNS names and addresses, see `serverNames`. */
  readonly names: readonly string[];
  readonly nowMs: number;
}

/**
 * The server's CA and certificate, made where they are missing. The CA stays as long as the folder: agents hold its
 * fingerprint. The server's certificate is renewed when less than 30 days are left or the names changed.
 */
export function prepareTls(wish: TlsWish): TlsIdentity {
  mkdirSync(wish.folder, { recursive: true, mode: 0o700 });
  const ca = stored(wish.folder, 'ca') ?? makeCa(wish);
  const found = stored(wish.folder, 'server');
  const server = found !== undefined && isGood(found, ca, wish) ? found : makeServer(wish, ca);
  return {
    caPem: ca.pem,
    caSha256: sha256(ca.certificate),
    chainPem: server.pem + ca.pem,
    keyPem: keyText(server.key),
  };
}

interface Issued {
  readonly pem: string;
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
}

function makeCa({ folder, nowMs }: TlsWish): Issued {
  const { publicKey, privateKey } = newKeys();
  const serial = newSerial();
  const commonName = `Weft CA ${Buffer.from(serial.subarray(0, 4)).toString('hex')}`;
  const validity = { notBeforeMs: nowMs - BACKDATE_MS, notAfterMs: nowMs + CA_DAYS * DAY_MS };
  const pem = issueCertificate({ kind: 'ca', commonName, publicKey, issuer: { commonName, privateKey }, serial, ...validity, names: [] });
  return store(folder, 'ca', pem, privateKey);
}

function makeServer({ folder, names, nowMs }: TlsWish, ca: Issued): Issued {
  const { publicKey, privateKey } = newKeys();
  const pem = issueCertificate({
    kind: 'server',
    commonName: 'Weft server',
    publicKey,
    issuer: { commonName: commonNameOf(ca.certificate), privateKey: ca.key },
    serial: newSerial(),
    notBeforeMs: nowMs - BACKDATE_MS,
    notAfterMs: Math.min(nowMs + SERVER_DAYS * DAY_MS, ca.certificate.validToDate.getTime()),
    names,
  });
  return store(folder, 'server', pem, privateKey);
}

function isGood(server: Issued, ca: Issued, { names, nowMs }: TlsWish): boolean {
  if (server.certificate.validToDate.getTime() - nowMs < RENEW_BEFORE_DAYS * DAY_MS) return false;
  if (!server.certificate.verify(createPublicKey(ca.key))) return false;
  return names.every((name) => (isIP(name) === 0 ? server.certificate.checkHost(name) : server.certificate.checkIP(name)) !== undefined);
}

function stored(folder: string, name: string): Issued | undefined {
  const [pem, key] = [readOrUndefined(join(folder, `${name}.pem`)), readOrUndefined(join(folder, `${name}.key`))];
  if (pem === undefined || key === undefined) return undefined;
  return { pem, certificate: new X509Certificate(pem), key: createPrivateKey(key) };
}

/** The key first: a certificate without its key would look whole. */
function store(folder: string, name: string, pem: string, key: KeyObject): Issued {
  write(join(folder, `${name}.key`), keyText(key), 0o600);
  write(join(folder, `${name}.pem`), pem, 0o644);
  return { pem, certificate: new X509Certificate(pem), key };
}

function write(path: string, text: string, mode: number): void {
  writeFileSync(`${path}.new`, text, { mode, flush: true });
  chmodSync(`${path}.new`, mode);
  renameSync(`${path}.new`, path);
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function newKeys(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** Positive, 127 bits. Source: RFC 5280, 4.1.2.2. */
function newSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function keyText(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' });
}

function commonNameOf(certificate: X509Certificate): string {
  return /CN=(.+)/.exec(certificate.subject)?.[1] ?? '';
}

function sha256(certificate: X509Certificate): Uint8Array {
  return new Bun.CryptoHasher('sha256').update(certificate.raw).digest();
}
