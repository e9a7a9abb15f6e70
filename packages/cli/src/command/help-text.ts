import type { Command } from './command.ts';
import { sharedOptions } from './parse-line.ts';

/** `weft machine list [--limit N]` as it is typed, options in short. */
export function usageLine(command: Command): string {
  const names = command.arguments.map((argument) => (argument.isOptional === true ? `[${argument.name}]` : argument.name));
  return ['./weft', command.words, ...names, ...(command.options.length === 0 ? [] : ['[OPTIONS]'])].join(' ');
}

/** Everything there is to know about one command. */
export function commandHelp(command: Command): string {
  const options = [...command.options, ...sharedOptions].map(
    ({ name, value, summary }) => [`--${name}${value === undefined ? '' : ` ${value}`}`, summary] as const,
  );
  const sections = [
    `${command.summary}.`,
    ...(command.details === undefined ? [] : [command.details]),
    `Usage: ${usageLine(command)}`,
    ...section(
      'Arguments',
      command.arguments.map(({ name, summary }) => [name, summary] as const),
    ),
    ...section('Options', options),
    ...section(
      'Examples',
      command.examples.map(({ line, means }) => [line, means] as const),
    ),
  ];
  return sections.join('\n\n');
}

/** The commands of a group, or of all of weft, each with its summary. */
export function groupHelp(word: string, commands: readonly Command[]): string {
  const title = word === '' ? 'Weft: sees what runs on your machines, and tells you what is new.' : `Commands of \`${word}\`.`;
  const usage = `Usage: ./weft ${word === '' ? 'COMMAND' : `${word} COMMAND`} [ARGUMENTS] [OPTIONS]`;
  const lists =
    word === ''
      ? groups.flatMap(({ title: name, has }) => section(name, summaries(commands.filter((command) => has(command.words)))))
      : section('Commands', summaries(commands));
  return [title, usage, ...lists, ending(word)].join('\n\n');
}

const inCheckout = new Set(['up', 'down', 'status', 'test', 'lint', 'bench', 'agent build', 'admin-link']);
const groups = [
  { title: 'In a checkout', has: (words: string) => inCheckout.has(words) },
  { title: 'With a server', has: (words: string) => !inCheckout.has(words) },
];

function ending(word: string): string {
  return [
    `\`./weft ${word === '' ? '' : `${word} `}COMMAND --help\` tells more, with examples. \`--json\` works everywhere.`,
    'Exit codes: 0 done, 1 the answer is no, 2 wrong usage, 3 could not reach or read something.',
  ].join('\n');
}

function summaries(commands: readonly Command[]): (readonly [string, string])[] {
  return commands.map((command) => [command.words, command.summary] as const);
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([left]) => left.length));
  return [[`${title}:`, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)].join('\n')];
}
