import { expect, test } from 'bun:test';
import { safeNext } from './safe-next.ts';

test('a page of the console with its query is kept', () => {
  expect(safeNext('/machines?range=1h')).toBe('/machines?range=1h');
});

test('nothing leads out of the console', () => {
  for (const next of [undefined, '', '//evil.example', 'https://evil.example/x', '/\\evil.example', 'javascript:alert(1)', 'machines']) {
    expect(safeNext(next)).toBe('/');
  }
});
