import type { MaskPeer } from './connection-aggregate.ts';

const PRIVATE = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const IPV4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

/** `AnonymizeIncoming`: keeps the leading bits of public IPv4 addresses that connect to this machine. Undefined keeps all. */
export function createMaskPeer(bits: number | undefined): MaskPeer {
  if (bits === undefined) return (address) => address;
  const mask = bits === 0 ? 0 : (0xff_ff_ff_ff << (32 - bits)) >>> 0;
  return (address, direction) => (direction === 'inbound' && !PRIVATE.test(address) ? masked(address, mask) : address);
}

function masked(address: string, mask: number): string {
  const match = IPV4.exec(address);
  if (match === null) return address;
  const number = match.slice(1).reduce((sum, part) => sum * 256 + Number(part), 0);
  const kept = (number & mask) >>> 0;
  return [24, 16, 8, 0].map((shift) => (kept >>> shift) & 0xff).join('.');
}
