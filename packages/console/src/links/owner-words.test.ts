import { expect, test } from 'bun:test';
import { ownerWords } from './owner-words.ts';

test.each([
  ['role:machine', 'machine'],
  ['role:database', 'database'],
  ['image:redis', 'image:redis'],
  ['unit:ssh.service', 'unit:ssh.service'],
  ['', ''],
])('%p reads %p', (owner, words) => {
  expect(ownerWords(owner)).toBe(words);
});
