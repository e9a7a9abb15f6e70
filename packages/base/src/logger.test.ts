import { expect, test } from 'bun:test';
import { createLogger } from './logger.ts';

test('one line a message, facts quoted so that a text cannot forge a line', () => {
  const lines: string[] = [];
  createLogger(
    (line) => lines.push(line),
    () => 0,
  ).warn('late', { machine: 'a\nb', afterMs: 5, why: undefined });
  expect(lines).toEqual(['1970-01-01T00:00:00.000Z warn late machine="a\\nb" afterMs=5\n']);
});
