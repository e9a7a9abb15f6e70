import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, type BuiltFile } from './bundle.ts';

let folder = '';
let files: readonly BuiltFile[] = [];
let html = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-console-'));
  files = await bundle(join(import.meta.dir, '..'), folder);
  html = await Bun.file(join(folder, 'index.html')).text();
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the page has no inline script or style, which its content security policy forbids', () => {
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toContain('<style');
});

test('what the page refers to exists, and every style sheet is linked', async () => {
  const addresses = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path);
  const built = new Set((await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')));
  expect(addresses.filter((path) => !built.has(path))).toEqual([]);
  expect([...built].filter((path) => path.endsWith('.css') && !addresses.includes(path))).toEqual([]);
});

test('every asset carries a hash, because it is cached for ever', async () => {
  const names = await readdir(join(folder, 'assets'));
  expect(names.filter((name) => !/-[0-9a-z]{8,}\.\w+$/.test(name))).toEqual([]);
  expect(names.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(1);
});

test('fonts are files, and nothing is asked from another origin', async () => {
  const styles = await Promise.all(
    files.filter(({ path }) => path.endsWith('.css')).map(({ path }) => Bun.file(join(folder, path)).text()),
  );
  expect(styles.join('')).not.toContain('data:font');
  expect(styles.join('')).not.toMatch(/url\(["']?https?:/);
});
