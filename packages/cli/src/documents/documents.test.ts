/** What the documents say about the command line is true, and their links lead somewhere. */
import { expect, test } from 'bun:test';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandTable } from '../command/command-table.ts';
import { findCommand } from '../command/find-command.ts';
import { commandsDocument } from './commands-document.ts';

const root = join(import.meta.dir, '..', '..', '..', '..');
const documents = ['*.md', 'docs/**/*.md'].flatMap((pattern) => Array.from(new Bun.Glob(pattern).scanSync({ cwd: root }))).sort();

test('there are documents to look at', () => {
  expect(documents).toContain('README.md');
  expect(documents).toContain('docs/commands.md');
});

test('docs/commands.md says what the command table says; WEFT_UPDATE_DOCS=1 bun test packages/cli rewrites it', async () => {
  const file = Bun.file(join(root, 'docs', 'commands.md'));
  if (Bun.env['WEFT_UPDATE_DOCS'] === '1') await file.write(commandsDocument(commandTable));
  const written = (await file.exists()) ? await file.text() : '';
  if (written !== commandsDocument(commandTable))
    throw new Error('docs/commands.md is stale: run WEFT_UPDATE_DOCS=1 bun test packages/cli');
});

test.each(documents)('%s: links lead to files, and ./weft lines are commands', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  for (const [, target = ''] of text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)/g)) {
    if (!/^[a-z]+:/.test(target)) expect([target, existsSync(join(root, dirname(path), target))]).toEqual([target, true]);
  }
  for (const [, line = ''] of text.matchAll(/\.\/weft ((?:[a-z-]+ ?)+)/g)) {
    expect([line, findCommand(commandTable, line.trim().split(' ')).kind]).not.toEqual([line, 'unknown']);
  }
});

test('ARCHITECTURE.md names every decision', () => {
  const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  expect(documents.filter((path) => path.startsWith('docs/decisions/') && !architecture.includes(path))).toEqual([]);
});
