/** Records of connections and listeners. Each takes a view in which the whole record is known to lie. */
import type { ConnectionEvent, Endpoint, ListenEvent, ProcessRef } from './events';
import type { Field } from './field';
import { formatAddress } from './format-address';
import { connectionLayout, headerLayout, listenLayout } from './layout';

/** Source: `enum connection_change`, `direction` and `connection_flags` in bpf/record.h. */
export const CHANGES = [undefined, 'opened', 'progress', 'closed', 'failed'] as const;
export const DIRECTIONS = [undefined, 'outbound', 'inbound'] as const;
const EXISTED_BEFORE = 1;

const connection = connectionLayout.fields;
const listen = listenLayout.fields;
const header = headerLayout.fields;

export function decodeConnection(view: DataView, at: number): ConnectionEvent | undefined {
  const change = CHANGES[connection.change.read(view, at)];
  const direction = DIRECTIONS[connection.direction.read(view, at)];
  const family = familyOf(connection.family.read(view, at));
  if (change === undefined || direction === undefined || family === undefined) return undefined;
  return {
    kind: 'connection',
    change,
    atNs: header.atNs.read(view, at),
    connectionId: connectionId(view, at),
    direction,
    family,
    local: endpoint(view, at, family, connection.localAddress, connection.localPort),
    remote: endpoint(view, at, family, connection.remoteAddress, connection.remotePort),
    process: owner(view, at, connection.pid, connection.startNs),
    cgroupId: connection.cgroupId.read(view, at),
    netNs: connection.netNs.read(view, at),
    comm: connection.comm.read(view, at),
    openedAtNs: connection.openedNs.read(view, at),
    sentBytes: connection.sentBytes.read(view, at),
    receivedBytes: connection.receivedBytes.read(view, at),
    existedBefore: existedBefore(view, at),
  };
}

export function decodeListen(view: DataView, at: number): ListenEvent | undefined {
  const change = CHANGES[listen.change.read(view, at)];
  const family = familyOf(listen.family.read(view, at));
  if ((change !== 'opened' && change !== 'closed') || family === undefined) return undefined;
  return {
    kind: 'listen',
    change,
    atNs: header.atNs.read(view, at),
    process: owner(view, at, listen.pid, listen.startNs),
    family,
    address: formatAddress(view, listen.address.read(view, at), family),
    port: listen.port.read(view, at),
    netNs: listen.netNs.read(view, at),
    cgroupId: listen.cgroupId.read(view, at),
    existedBefore: existedBefore(view, at),
  };
}

/** A socket's cookie is never given again, but one socket can connect several times, one after the other. */
function connectionId(view: DataView, at: number): string {
  return `${connection.cookie.read(view, at).toString(36)}-${connection.openedNs.read(view, at).toString(36)}`;
}

function familyOf(number: number): 4 | 6 | undefined {
  return number === 4 || number === 6 ? number : undefined;
}

function endpoint(view: DataView, at: number, family: 4 | 6, address: Field<number>, port: Field<number>): Endpoint {
  return { address: formatAddress(view, address.read(view, at), family), port: port.read(view, at) };
}

function owner(view: DataView, at: number, pid: Field<number>, startNs: Field<number>): ProcessRef | undefined {
  const known = pid.read(view, at);
  return known === 0 ? undefined : { pid: known, startNs: startNs.read(view, at) };
}

function existedBefore(view: DataView, at: number): boolean {
  return (header.flags.read(view, at) & EXISTED_BEFORE) !== 0;
}
