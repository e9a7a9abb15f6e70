import { expect, test } from 'bun:test';
import { formatAge } from './format-age.ts';
import { formatBytes } from './format-bytes.ts';

test.each([
  [0, '0 s'],
  [-5, '0 s'],
  [999, '0 s'],
  [12_000, '12 s'],
  [60_000, '1 min'],
  [61_000, '1 min 1 s'],
  [3_600_000 * 27, '1 d 3 h'],
  [86_400_000 * 400, '400 d'],
])('%d ms is %s', (ageMs, text) => {
  expect(formatAge(ageMs)).toBe(text);
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KB'],
  [80 * 1024 * 1024, '80 MB'],
  [3 * 1024 ** 4, '3.0 TB'],
])('%d bytes are %s', (sizeBytes, text) => {
  expect(formatBytes(sizeBytes)).toBe(text);
});
