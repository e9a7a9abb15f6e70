import { expect, test } from 'bun:test';
import { commandTable } from './command-table.ts';
import { findCommand } from './find-command.ts';

function find(...line: string[]): unknown {
  const found = findCommand(commandTable, line);
  return found.kind === 'command' ? [found.command.words, ...found.rest] : found;
}

test('the longest words that are a command win; the rest is for the command', () => {
  expect(find('machine', 'show', 'db-1')).toEqual(['machine show', 'db-1']);
  expect(find('up', '--detach')).toEqual(['up', '--detach']);
});

test('a first word alone is the group of its commands', () => {
  expect(find('machine')).toMatchObject({ kind: 'group', word: 'machine' });
  expect(find('machine', '--help')).toMatchObject({ kind: 'group', word: 'machine' });
  expect(find()).toMatchObject({ kind: 'group', word: '' });
});

test('an unknown word is answered with the nearest one', () => {
  expect(find('machin', 'list')).toEqual({ kind: 'unknown', words: 'machin', meant: 'machine' });
  expect(find('machine', 'lits')).toEqual({ kind: 'unknown', words: 'machine lits', meant: 'machine list' });
  expect(find('machine', 'lis')).toEqual({ kind: 'unknown', words: 'machine lis', meant: 'machine list' });
  expect(find('xylophone')).toEqual({ kind: 'unknown', words: 'xylophone', meant: undefined });
});
