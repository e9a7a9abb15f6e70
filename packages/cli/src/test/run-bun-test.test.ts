import { afterAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { runBunTest } from './run-bun-test.ts';
import { testPlaces } from './test-places.ts';

const root = mkdtempSync(join(tmpdir(), 'weft-run-tests-'));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, '.weft', 'tools'), { recursive: true });
symlinkSync(process.execPath, join(root, '.weft', 'tools', 'bun'));

function testFile(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

testFile(
  'packages/a/good.test.ts',
  "import { expect, test } from 'bun:test'; test('a', () => {}); test('b', () => {}); test.skip('c', () => {});",
);
testFile('packages/a/bad.test.ts', "import { expect, test } from 'bun:test'; test('d', () => expect(1).toBe(2));");
testFile('test/crash.test.ts', "process.kill(process.pid, 'SIGKILL');");

test.each([
  ['all of a folder', 'packages', undefined, { passed: 2, failed: 1, skipped: 1 }],
  ['only files whose path fits', 'packages', 'a/good', { passed: 2, failed: 0, skipped: 1 }],
  ['a run that dies is a failure', 'test', undefined, { passed: 0, failed: 1, skipped: 0 }],
] as const)('%s', async (_, folder, pattern, tally) => {
  expect(await runBunTest(workspacePaths(root), { name: 'unit', places: testPlaces(root, folder, pattern), isShown: false })).toEqual(
    tally,
  );
});

test('no place when no file fits', () => {
  expect(testPlaces(root, 'packages', 'nowhere')).toEqual([]);
});
