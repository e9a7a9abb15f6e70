import { expect, test } from 'bun:test';
import { installCommand, isLocalOrigin } from './install-command.ts';

test('the command carries server and token', () => {
  expect(installCommand('https://weft.example:8443', 'abc')).toContain('WEFT_SERVER_URL=https://weft.example:8443 WEFT_ACCESS_TOKEN=abc ');
});

test.each([
  ['https://localhost:8443', true],
  ['https://127.0.0.1:8443', true],
  ['https://[::1]:8443', true],
  ['https://weft.example:8443', false],
])('%s is local: %p', (origin, isLocal) => {
  expect(isLocalOrigin(origin)).toBe(isLocal);
});
