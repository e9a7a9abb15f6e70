import type { Command } from '../command/command.ts';
import { usageLine } from '../command/help-text.ts';
import { sharedOptions } from '../command/parse-line.ts';

/** `docs/commands.md`: every command with its usage, options and examples. */
export function commandsDocument(commands: readonly Command[]): string {
  const intro = [
    '# Commands',
    'Made from the command table; `./weft --help` says the same. `--json` works with every command and gives one JSON value on standard output.',
    'Exit codes: 0 done, 1 the answer is no, 2 wrong usage, 3 could not reach or read something. Progress and errors go to standard error.',
    `Commands that ask a server use, in this order: \`WEFT_SERVER_URL\` (with \`WEFT_API_KEY\` and \`WEFT_CA_FILE\`), what \`./weft login\` wrote
down, the server that \`./weft up\` started in this checkout.`,
  ];
  return `${[...intro, ...commands.map(commandSection)].join('\n\n')}\n`;
}

function commandSection(command: Command): string {
  const options = [...command.options, ...sharedOptions.filter(({ name }) => name !== 'help' && name !== 'json')];
  return [
    `## ${command.words}`,
    `${command.summary}.${command.details === undefined ? '' : `\n${command.details}`}`,
    `Usage: \`${usageLine(command)}\``,
    ['```sh', ...command.examples.map(({ line, means }) => `${line}   # ${means}`), '```'].join('\n'),
    ...table(
      ['Argument', 'Meaning'],
      command.arguments.map(({ name, summary }) => [name, summary]),
    ),
    ...table(
      ['Option', 'Meaning'],
      options.map(({ name, value, summary }) => [`--${name}${value === undefined ? '' : ` ${value}`}`, summary]),
    ),
  ].join('\n\n');
}

function table(heads: readonly string[], rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([left, right]) => `| \`${left}\` | ${right.replaceAll('|', '\\|')} |`);
  return [[`| ${heads.join(' | ')} |`, '|---|---|', ...lines].join('\n')];
}
