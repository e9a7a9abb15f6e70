import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { peerKey } from './peer-key.ts';
import { peerName } from './peer-name.ts';

test.each<[Parameters<typeof peerKey>[0], string]>([
  [{ address: '10.0.0.7', application: 'unit:ssh.service|sshd|root' }, 'app:unit:ssh.service|sshd|root'],
  [{ address: '127.0.0.53', name: 'localhost' }, 'ip:127.0.0.1'],
  [{ address: '::1' }, 'ip:127.0.0.1'],
  [{ address: '::ffff:127.0.0.1' }, 'ip:127.0.0.1'],
  [{ address: '10.0.0.7', name: 'db.internal' }, 'name:db.internal'],
  [{ address: '::ffff:10.0.0.7' }, 'ip:10.0.0.7'],
  [{ address: '169.254.169.254' }, 'ip:169.254.169.254'],
  [{ address: '100.64.0.1' }, 'ip:100.64.0.1'],
  [{ address: '172.32.0.1' }, 'net:172.32.0.0/24'],
  [{ address: '203.0.113.9' }, 'net:203.0.113.0/24'],
  [{ address: '2001:0DB8:0001::9' }, 'net:2001:db8:1::/48'],
  [{ address: '2001::9' }, 'net:2001::/48'],
  [{ address: 'fd00:0:0::1%eth0' }, 'ip:fd00::1'],
  [{ address: 'fe80::1%eth0' }, 'ip:fe80::1'],
  [{ address: '203.0.113.9', name: 'A.B.Example.CO.UK.' }, 'name:b.example.co.uk'],
  [{ address: '203.0.113.9', name: '' }, 'net:203.0.113.0/24'],
  [{ address: 'nonsense' }, 'ip:nonsense'],
])('%j', (input, expected) => {
  expect(peerKey(input)).toBe(expected);
});

test.each([
  ['bucket.s3.eu-west-1.amazonaws.com', 'eu-west-1.amazonaws.com'],
  ['someone.github.io', 'someone.github.io'],
  ['example.com', 'example.com'],
  ['cart-7.shop.svc.cluster.local', 'cart-7.shop.svc.cluster.local'],
  ['a.web-0.web.shop.svc.cluster.local', 'web.shop.svc.cluster.local'],
  ['redis', 'redis'],
  ['0123456789abcdef.example.com', '*.example.com'],
])('%s', (name, expected) => {
  expect(peerName(name)).toBe(expected);
});

const registrable = fc
  .tuple(fc.stringMatching(/^[a-z]{3,12}$/), fc.constantFrom('com', 'org', 'de', 'co.uk', 'com.au'))
  .map(([word, suffix]) => `${word}-x.${suffix}`);

test('normalising a name twice changes nothing, and a deeper name adds nothing', () => {
  fc.assert(
    fc.property(registrable, fc.stringMatching(/^[a-z]{1,10}$/), (domain, label) => {
      const once = peerName(`x.${domain}`);
      expect(peerName(once)).toBe(once);
      expect(peerName(`${label}.x.${domain}`)).toBe(once);
    }),
  );
});

test('an address has one node however it is written', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(peerKey({ address: `::ffff:${address}` })).toBe(peerKey({ address }));
    }),
  );
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const node = peerKey({ address });
      expect(node).toMatch(/^(?:ip:[0-9a-f:.]+|net:[0-9a-f:.]+\/(?:48|24))$/);
      expect(peerKey({ address: address.toUpperCase() })).toBe(node);
    }),
  );
});
