import { expect, test } from 'bun:test';
import { isSameSite } from './same-site.ts';

const own = 'https://weft.example:8443/api/v1/people';

test.each<[string, string, Record<string, string>, boolean]>([
  ['GET', 'reading is always allowed', { origin: 'https://evil.example' }, true],
  ['POST', 'own origin', { origin: 'https://weft.example:8443' }, true],
  ['POST', 'other origin', { origin: 'https://evil.example' }, false],
  ['POST', 'same name, other port', { origin: 'https://weft.example' }, false],
  ['POST', 'a sandboxed frame', { origin: 'null' }, false],
  ['POST', 'neither header', {}, false],
  ['POST', 'browser says same-origin', { 'sec-fetch-site': 'same-origin', origin: 'https://weft.example:8443' }, true],
  ['POST', 'browser says same-site', { 'sec-fetch-site': 'same-site', origin: 'https://weft.example:8443' }, false],
  ['POST', 'browser says cross-site', { 'sec-fetch-site': 'cross-site' }, false],
  ['DELETE', 'other origin', { origin: 'https://evil.example' }, false],
])('%s, %s', (method, _, headers, isAllowed) => {
  expect(isSameSite(new Request(own, { method, headers: { host: 'weft.example:8443', ...headers } }))).toBe(isAllowed);
});
