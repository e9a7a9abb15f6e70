import { parseIpAddress } from './ip-address.ts';
import { peerName } from './peer-name.ts';

/** Loopback without a known application: one node, whichever of its addresses was used. */
export const loopbackNode = 'ip:127.0.0.1';

export interface PeerInput {
  /** As text; IPv4 mapped into IPv6 is IPv4, a zone is dropped. */
  readonly address: string;
  /** Name the application asked for before it connected. */
  readonly name?: string | undefined;
  /** Application key of the other end, when it is known. */
  readonly application?: string | undefined;
}

/**
 * The graph's node for the other end of a connection: `app:<application>`, else `name:<registrable domain + one label>`,
 * else `ip:<address>` inside the organisation, else `net:<a.b.c.0/24 or IPv6 /48>`.
 */
export function peerKey(input: PeerInput): string {
  if (input.application !== undefined) return applicationNode(input.application);
  const address = parseIpAddress(input.address);
  if (address?.kind === 'loopback') return loopbackNode;
  if (input.name !== undefined && input.name !== '') return nameNode(input.name);
  if (address === undefined) return `ip:${input.address}`;
  return address.kind === 'internal' ? `ip:${address.text}` : `net:${address.network}`;
}

export function applicationNode(application: string): string {
  return `app:${application}`;
}

export function nameNode(name: string): string {
  return `name:${peerName(name)}`;
}
