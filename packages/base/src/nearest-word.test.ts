import { expect, test } from 'bun:test';
import { nearestWord } from './nearest-word.ts';

test.each([
  ['agent_gpa', 'agent_gap'],
  ['EXEC', 'exec'],
  ['proces', 'process'],
  ['eexc', 'exec'],
  ['banana', undefined],
])('%s → %s', (word, near) => {
  expect(nearestWord(word, ['exec', 'process', 'agent_gap'])).toBe(near);
});
