import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caFingerprint, parseAgentToken } from '@weft/schema';

/** By what the server's certificate is verified. */
export type Trust =
  | { readonly kind: 'ca'; readonly pem: string; readonly source: 'cafile' | 'fingerprint' }
  /** The roots of this machine and of Bun. */
  | { readonly kind: 'system' };

export interface TrustOptions {
  readonly caFile: string | undefined;
  readonly token: string;
  readonly stateFolder: string;
  /** DER, leaf first. @throws when the server cannot be reached. */
  readonly fetchChain: () => Promise<readonly Uint8Array[]>;
}

const KEPT_FILE = 'server-ca.pem';
const MISMATCH =
  'the server does not present the CA whose fingerprint is in the token: something else answers there, or the token is of another server; a CA of your own is named by `cafile`';

/**
 * Finds what to verify the server by: the CA file, else the CA whose fingerprint is in the token. That one is asked of the server
 * itself on first contact, which is safe since only the right one fits; it is kept in the state folder and used from then on.
 * @throws when the CA file cannot be read, or on first contact the server cannot be reached or presents another CA.
 */
export async function findTrust({ caFile, token, stateFolder, fetchChain }: TrustOptions): Promise<Trust> {
  if (caFile !== undefined) return { kind: 'ca', pem: readFileSync(caFile, 'utf8'), source: 'cafile' };
  const fingerprint = parseAgentToken(token)?.fingerprint;
  if (fingerprint === undefined) return { kind: 'system' };
  const path = join(stateFolder, KEPT_FILE);
  const kept = readKept(path, fingerprint);
  if (kept !== undefined) return { kind: 'ca', pem: kept, source: 'fingerprint' };
  const found = (await fetchChain()).find((der) => fingerprintOf(der) === fingerprint);
  if (found === undefined) throw new Error(MISMATCH);
  writeFileSync(`${path}.new`, toPem(found), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return { kind: 'ca', pem: toPem(found), source: 'fingerprint' };
}

/** A kept CA that does not fit the token any more is of another server. */
function readKept(path: string, fingerprint: string): string | undefined {
  try {
    const pem = readFileSync(path, 'utf8');
    return fingerprintOf(fromPem(pem)) === fingerprint ? pem : undefined;
  } catch {
    return undefined;
  }
}

function fingerprintOf(der: Uint8Array): string {
  return caFingerprint(new Uint8Array(createHash('sha256').update(der).digest()));
}

function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function fromPem(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64');
}
