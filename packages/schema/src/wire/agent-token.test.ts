import { expect, test } from 'bun:test';
import { formatAgentToken, parseAgentToken } from './agent-token.ts';

const PUBLISHED_PATTERN = /^[A-Za-z0-9][-_A-Za-z0-9]{10,55}[A-Za-z0-9]$/;

test('a token fits the published pattern and gives its parts back', () => {
  const sha = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
  const token = formatAgentToken(new Uint8Array(19).fill(7), sha);
  expect(token).toMatch(PUBLISHED_PATTERN);
  // RFC 4648 base32 of ff fe fd … f0, computed with coreutils' base32.
  expect(parseAgentToken(token)?.fingerprint).toBe('777p37h37l47r57w6x2ph4xr6a');
  expect(parseAgentToken(token)?.secret).toHaveLength(30);
});

test('anything else is no token', () => {
  for (const text of ['', 'short', 'A'.repeat(56), `${'a'.repeat(55)}1`, 'a'.repeat(57)]) expect(parseAgentToken(text)).toBeUndefined();
});
