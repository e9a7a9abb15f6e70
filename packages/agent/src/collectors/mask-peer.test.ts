import { expect, test } from 'bun:test';
import { createMaskPeer } from './mask-peer.ts';

test.each([
  ['203.0.113.77', 'inbound', '203.0.113.0'],
  ['203.0.113.77', 'outbound', '203.0.113.77'],
  ['10.1.2.3', 'inbound', '10.1.2.3'],
  ['172.32.1.1', 'inbound', '172.32.1.0'],
  ['2001:db8::1', 'inbound', '2001:db8::1'],
] as const)('%s %s is %s', (address, direction, expected) => {
  expect(createMaskPeer(24)(address, direction)).toBe(expected);
});

test('the mask may take everything or nothing', () => {
  expect(createMaskPeer(0)('203.0.113.77', 'inbound')).toBe('0.0.0.0');
  expect(createMaskPeer(32)('203.0.113.77', 'inbound')).toBe('203.0.113.77');
  expect(createMaskPeer(undefined)('203.0.113.77', 'inbound')).toBe('203.0.113.77');
});
