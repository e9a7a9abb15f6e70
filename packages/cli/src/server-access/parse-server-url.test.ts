import { expect, test } from 'bun:test';
import { parseServerUrl } from './parse-server-url.ts';

test.each([
  ['https://weft.example:8443', 'https://weft.example:8443'],
  ['https://weft.example/', 'https://weft.example'],
  ['weft.example:8443', 'https://weft.example:8443'],
  ['https://[::1]:8443/', 'https://[::1]:8443'],
])('%s', (text, url) => {
  expect(parseServerUrl(text)).toBe(url);
});

test.each(['', 'http://weft.example', 'https://', 'https://a:b@weft.example', 'https://weft.example/api', 'ftp://x', '://'])(
  '"%s" is none',
  (text) => {
    expect(parseServerUrl(text)).toBeUndefined();
  },
);
