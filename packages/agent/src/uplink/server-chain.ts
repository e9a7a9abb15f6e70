import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type DetailedPeerCertificate } from 'node:tls';

const TIMEOUT_MS = 10_000;

/**
 * The certificates a server presents, DER, leaf first. Nothing is verified: the caller compares fingerprints.
 * @throws when the server, or the proxy, cannot be reached.
 */
export async function fetchServerChain(server: URL, proxy: string | undefined): Promise<Uint8Array[]> {
  const [host, port] = [server.hostname.replace(/^\[|\]$/g, ''), Number(server.port === '' ? 443 : server.port)];
  const tunnel = proxy === undefined ? await dial(host, port) : await dialThrough(new URL(proxy), `${server.hostname}:${port}`);
  return await presentedBy(tunnel, host);
}

function presentedBy(tunnel: Socket, host: string): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const servername = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
    const socket = connectTls({ socket: tunnel, rejectUnauthorized: false, minVersion: 'TLSv1.2', ...servername }, () => {
      const chain = chainOf(socket.getPeerCertificate(true));
      socket.destroy();
      resolve(chain);
    });
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no TLS handshake within ${TIMEOUT_MS / 1000} s`)));
    socket.on('error', reject);
  });
}

/** A root names itself as its issuer. */
function chainOf(leaf: DetailedPeerCertificate): Uint8Array[] {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  for (
    let one: DetailedPeerCertificate | undefined = leaf;
    one?.raw !== undefined && !seen.has(one.fingerprint256);
    one = one.issuerCertificate
  ) {
    seen.add(one.fingerprint256);
    chain.push(new Uint8Array(one.raw));
  }
  return chain;
}

function dial(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port }, () => resolve(socket));
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`${host}:${port} did not answer within ${TIMEOUT_MS / 1000} s`)));
    socket.once('error', reject);
  });
}

/** `CONNECT` through an HTTP proxy. Source: RFC 9110 §9.3.6. */
async function dialThrough(proxy: URL, target: string): Promise<Socket> {
  const socket = await dial(proxy.hostname.replace(/^\[|\]$/g, ''), Number(proxy.port === '' ? 80 : proxy.port));
  const credentials =
    proxy.username === ''
      ? ''
      : `Proxy-Authorization: Basic ${btoa(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`)}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`);
  const status = await readStatusLine(socket);
  if (!/^HTTP\/1\.[01] 2\d\d/.test(status)) throw new Error(`the proxy answered ${status}`);
  return socket;
}

function readStatusLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = '';
    const onData = (chunk: Buffer): void => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n') && head.length < 16_384) return;
      socket.off('data', onData);
      resolve(head.slice(0, head.indexOf('\r\n')));
    };
    socket.on('data', onData);
    socket.once('close', () => reject(new Error('the proxy hung up')));
  });
}
