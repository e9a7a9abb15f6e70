import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentTokenSecretBytes, formatAgentToken } from '@weft/schema';

export interface TestCertificates {
  readonly caPem: string;
  /** The server's certificate, then the CA. */
  readonly chainPem: string;
  readonly keyPem: string;
  /** An agent token that carries the CA's fingerprint. */
  readonly token: string;
}

/** A CA and a certificate for localhost and 127.0.0.1, made with openssl. */
export function createCertificates(): TestCertificates {
  const folder = mkdtempSync(join(tmpdir(), 'weft-certificates-'));
  const openssl = (...words: string[]): void => {
    const result = Bun.spawnSync(['openssl', ...words], { cwd: folder, stderr: 'pipe' });
    if (result.exitCode !== 0) throw new Error(result.stderr.toString());
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  writeFileSync(join(folder, 'san'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n');
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test CA',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
  );
  openssl('req', ...key.slice(0, 5), '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    'san',
    '-out',
    'server.pem',
  );
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const [caPem, serverPem, keyPem] = [read('ca.pem'), read('server.pem'), read('server.key')];
  rmSync(folder, { recursive: true });
  const sha256 = createHash('sha256').update(new X509Certificate(caPem).raw).digest();
  return { caPem, chainPem: serverPem + caPem, keyPem, token: formatAgentToken(randomBytes(agentTokenSecretBytes), sha256) };
}
