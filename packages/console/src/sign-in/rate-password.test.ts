import { expect, test } from 'bun:test';
import { ratePassword } from './rate-password.ts';

test.each([
  ['short', 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['margaret-and-more', 1],
  ['plum-cloud-7x', 2],
  ['plum cloud engine nine', 3],
] as const)('%s is level %d', (password, level) => {
  expect(ratePassword(password, ['margaret@weft.example']).level).toBe(level);
});

test('says how much is missing', () => {
  expect(ratePassword('elevenchars', []).hint).toStartWith('1 more character;');
});
