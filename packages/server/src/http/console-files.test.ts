import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConsoleFiles } from './console-files.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'weft-console-'));
  mkdirSync(join(root, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(root, 'dist', 'index.html'), '<title>page</title>');
  writeFileSync(join(root, 'dist', 'assets', 'main-1a2b.js'), 'code');
  writeFileSync(join(root, 'secret'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['/', '<title>page</title>', 'no-cache'],
  ['/machines/m%2F1', '<title>page</title>', 'no-cache'],
  ['/assets/main-1a2b.js', 'code', 'public, max-age=31536000, immutable'],
])('%s', async (path, text, cacheControl) => {
  const response = await createConsoleFiles(join(root, 'dist'))(path);
  expect(await response?.text()).toBe(text);
  expect(response?.headers.get('cache-control')).toBe(cacheControl);
});

test.each(['/assets/gone.js', '/../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/%', '/a%00b'])(
  '%s is no way out',
  async (path) => {
    const response = await createConsoleFiles(join(root, 'dist'))(path);
    expect((await response?.text()) ?? '').not.toContain('secret');
  },
);

test('a missing asset is missing, not the page', async () => {
  expect(await createConsoleFiles(join(root, 'dist'))('/assets/gone.js')).toBeUndefined();
});

test('a console that is not built says how to build it', async () => {
  const response = await createConsoleFiles(join(root, 'nowhere'))('/');
  expect(response?.status).toBe(503);
  expect(await response?.text()).toContain('./weft up');
});
