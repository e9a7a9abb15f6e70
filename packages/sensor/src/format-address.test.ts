import { expect, test } from 'bun:test';
import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { formatAddress } from './format-address';

function format(bytes: Uint8Array, family: 4 | 6): string {
  return formatAddress(new DataView(bytes.buffer, bytes.byteOffset), 0, family);
}

function ipv6(...groups: readonly number[]): string {
  return format(Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255])), 6);
}

test('IPv4', () => {
  expect(format(Uint8Array.of(255, 0, 1, 10), 4)).toBe('255.0.1.10');
});

test('IPv6 as RFC 5952 wants it', () => {
  expect(ipv6(0, 0, 0, 0, 0, 0, 0, 0)).toBe('::');
  expect(ipv6(0, 0, 0, 0, 0, 0, 0, 1)).toBe('::1');
  expect(ipv6(0xfe80, 0, 0, 0, 0, 0, 0, 0)).toBe('fe80::');
  expect(ipv6(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1)).toBe('2001:db8:0:1:1:1:1:1');
  expect(ipv6(0x2001, 0, 0, 1, 0, 0, 0, 1)).toBe('2001:0:0:1::1');
  expect(ipv6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1)).toBe('2001:db8::1:0:0:1');
});

test('every address is one, and the canonical one', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, (parts) => {
      const text = ipv6(...parts);
      expect(isIPv6(text)).toBe(true);
      expect(new URL(`http://[${text}]/`).hostname).toBe(`[${text}]`);
    }),
  );
});
