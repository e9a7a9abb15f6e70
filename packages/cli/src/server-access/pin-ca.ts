import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { err, ok, type Result } from '@weft/base';
import { caFingerprint } from '@weft/schema';
import { noFailure, unreachableFailure, type Failure } from '../command/outcome.ts';

const TIMEOUT_MS = 10_000;

/**
 * The CA that a server presents, when it has the expected fingerprint. This one connection is not verified and sends nothing;
 * the certificate that comes back is trusted only because its fingerprint is the one the person gave.
 */
export async function pinCa(url: string, fingerprint: string): Promise<Result<string, Failure>> {
  const presented = await presentedChain(url);
  if (presented === undefined) return err(unreachableFailure(`${url} gave no certificate.`, 'Check the address and that the server runs.'));
  const ca = presented.find((certificate) => caFingerprint(createHash('sha256').update(certificate.raw).digest()) === fingerprint);
  if (ca !== undefined) return ok(ca.toString());
  return err(
    noFailure(
      `${url} presents no CA with the fingerprint ${fingerprint}.`,
      'Check the fingerprint; if it is right, this is another server.',
    ),
  );
}

/** Every certificate of the chain, leaf first; undefined when there was no TLS connection. */
function presentedChain(url: string): Promise<X509Certificate[] | undefined> {
  const { hostname, port } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/g, '');
  // RFC 6066 §3: an address is no server name.
  const name = isIP(host) === 0 ? { servername: host } : {};
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || 443), ...name, rejectUnauthorized: false, timeout: TIMEOUT_MS }, () => {
      resolve(chainOf(socket.getPeerCertificate(true)));
      socket.destroy();
    });
    socket.once('error', () => resolve(undefined)).once('timeout', () => resolve(undefined));
  });
}

/** A root names itself as its issuer: the walk ends there. */
function chainOf(leaf: DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<DetailedPeerCertificate>();
  for (
    let certificate: DetailedPeerCertificate | undefined = leaf;
    certificate?.raw !== undefined && !seen.has(certificate);
    certificate = certificate.issuerCertificate
  ) {
    seen.add(certificate);
    chain.push(new X509Certificate(certificate.raw));
  }
  return chain;
}
