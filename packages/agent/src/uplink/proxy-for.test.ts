import { expect, test } from 'bun:test';
import { proxyFor } from './proxy-for.ts';

const server = new URL('https://weft.example:8443');
const none = { configured: undefined, httpsProxy: undefined, noProxy: undefined };

test('direct without settings', () => {
  expect(proxyFor(server, none)).toBeUndefined();
});

test('the configuration wins over the environment', () => {
  expect(proxyFor(server, { ...none, configured: 'http://a:1', httpsProxy: 'http://b:2' })).toBe('http://a:1');
  expect(proxyFor(server, { ...none, httpsProxy: 'b:2' })).toBe('http://b:2');
  expect(proxyFor(server, { ...none, configured: 'direct', httpsProxy: 'http://b:2' })).toBeUndefined();
});

test.each([
  ['weft.example', true],
  ['.example', true],
  ['*.example', true],
  ['other, weft.example:8443', true],
  ['weft.example:443', false],
  ['ft.example', false],
  ['*', true],
  ['', false],
])('no_proxy %p: direct is %p', (noProxy, isDirect) => {
  expect(proxyFor(server, { ...none, httpsProxy: 'http://b:2', noProxy }) === undefined).toBe(isDirect);
});

test('no_proxy knows addresses', () => {
  const v6 = { ...none, httpsProxy: 'http://b:2', noProxy: '::1,127.0.0.1' };
  expect(proxyFor(new URL('https://[::1]:8443'), v6)).toBeUndefined();
  expect(proxyFor(new URL('https://127.0.0.1:8443'), v6)).toBeUndefined();
  expect(proxyFor(new URL('https://127.0.0.2:8443'), v6)).toBe('http://b:2');
});
