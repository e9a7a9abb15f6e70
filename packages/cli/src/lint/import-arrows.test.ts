import { expect, test } from 'bun:test';
import { checkImportArrows } from './import-arrows.ts';
import { importRule } from './import-rule.ts';
import { readImports } from './read-imports.ts';

function problems(path: string, text: string): readonly string[] {
  return checkImportArrows([{ path, text }], new Map()).problems;
}

test('every way to import is read, examples and comments are not', () => {
  const source = `
/** @example
 * import { a } from 'in-a-comment';
 */
import type { B } from './b.ts';
import {
  c,
  d,
} from "@weft/base";
import './side-effect.css';
export { e } from './e.ts';
export * from './f.ts';
// import { g } from 'commented-out';
const h = await import('./h.ts');
const i = require('./i.node');
const text = "the word import { x } from nothing";
const url = 'https://weft.example';
`;
  expect(readImports(source).sort()).toEqual(['./b.ts', './e.ts', './f.ts', './h.ts', './i.node', './side-effect.css', '@weft/base']);
});

test('a lower layer through its name is right', () => {
  expect(problems('packages/agent/src/main.ts', "import { ok } from '@weft/base';\nimport { x } from './x.ts';")).toEqual([]);
});

test.each([
  ['packages/agent/src/main.ts', "import { x } from '@weft/server';", 'agent → server is a new arrow'],
  ['packages/base/src/a.ts', "import { x } from '@weft/schema';", 'base → schema is a new arrow'],
  ['packages/cli/src/a.ts', "import { x } from '@weft/base/src/result.ts';", 'the only door is @weft/base'],
  ['packages/cli/src/a.ts', "import { x } from '@weft/cli';", 'use a relative path'],
  ['packages/cli/src/deep/a.ts', "import { x } from '../../../base/src/result.ts';", 'reaches out of its package'],
  ['packages/cli/src/a.test.ts', "import { x } from '../../../test/harness/x.ts';", 'reaches out of its package'],
  ['packages/graph/src/a.ts', "import { readFileSync } from 'node:fs';", 'graph does no I/O'],
  ['packages/schema/src/a.ts', "import { Database } from 'bun:sqlite';", 'schema does no I/O'],
  ['packages/novel/src/a.ts', "import { x } from './x.ts';", '"novel" has no layer yet'],
])('%s: %s', (path, text, problem) => {
  expect(problems(path, text)).toEqual([expect.stringContaining(problem)]);
});

test('tests of a pure package may read files', () => {
  expect(problems('packages/graph/src/a.test.ts', "import { readFileSync } from 'node:fs';")).toEqual([]);
});

test('a package.json may not name what the package may not import', () => {
  const files = [{ path: 'packages/agent/src/a.ts', text: "import './b.ts';" }];
  expect(checkImportArrows(files, new Map([['agent', ['@weft/base', '@weft/cli', 'zod']]])).problems).toEqual([
    'packages/agent/package.json: agent → @weft/cli is a new arrow',
  ]);
});

test('a check that saw nothing fails', () => {
  expect(checkImportArrows([], new Map()).problems).toEqual([expect.stringContaining('blind')]);
  expect(problems('packages/base/src/a.ts', 'export const a = 1;')).toEqual([expect.stringContaining('blind')]);
});

test('the table itself goes down only', () => {
  const upward = { ...importRule, base: { layer: 0, mayImport: ['schema'], isPure: true } };
  const files = [{ path: 'packages/agent/src/a.ts', text: "import './b.ts';" }];
  expect(checkImportArrows(files, new Map(), upward).problems).toEqual(['import-rule.ts: base → schema does not go to a lower layer']);
});
