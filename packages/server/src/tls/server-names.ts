import { networkInterfaces, hostname } from 'node:os';

/** Names and addresses that reach this machine, as the certificate lists them: sorted, each once. */
export function serverNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  // A link-local address means nothing without its zone, which a certificate cannot hold.
  const reachable = addresses.filter((address) => !address.startsWith('fe80:'));
  return [...new Set([hostname(), 'localhost', '127.0.0.1', '::1', ...reachable])].toSorted();
}
