import { expect, test } from 'bun:test';
import { commandTable } from './command-table.ts';
import { findCommand } from './find-command.ts';
import { commandHelp, groupHelp } from './help-text.ts';
import { parseLine } from './parse-line.ts';

test('every command is there once', () => {
  const words = commandTable.map((command) => command.words);
  expect(new Set(words).size).toBe(words.length);
});

test.each(commandTable.map((command) => [command.words, command] as const))('%s: help is complete', (_, command) => {
  const help = commandHelp(command);
  expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
  for (const { name, summary } of command.arguments) {
    expect(name).toMatch(/^[A-Z]+$/);
    expect(help).toContain(summary);
  }
  for (const option of command.options) {
    expect(option.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(help).toContain(`--${option.name}`);
    expect(option.summary).toMatch(/\.$/);
  }
  expect(help).toContain('Usage: ./weft ');
  expect(help).toContain('Examples:');
});

test.each(commandTable.flatMap((command) => command.examples.map(({ line }) => [line, command] as const)))(
  '%s is a line that parses',
  (line, command) => {
    const words = shellWords(line.split(' | ')[0] ?? '');
    expect(words.shift()).toBe('./weft');
    const found = findCommand(commandTable, words);
    expect(found.kind === 'command' ? found.command : found).toBe(command);
    if (found.kind === 'command') expect(parseLine(command, found.rest).kind).toBe('ok');
  },
);

test('the first help shows every command', () => {
  const help = groupHelp('', commandTable);
  for (const { words, summary } of commandTable) expect(help).toMatch(new RegExp(`^  ${words} +${RegExp.escape(summary)}$`, 'm'));
});

/** Words of a command line, single quotes understood. */
function shellWords(line: string): string[] {
  return (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
}
