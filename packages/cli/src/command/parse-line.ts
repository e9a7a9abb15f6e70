import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, nearestWord, ok, type Result } from '@weft/base';
import type { Command, Option } from './command.ts';
import type { OptionValues } from './option-values.ts';
import { usageFailure, type Failure } from './outcome.ts';

export interface ParsedLine {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
}

/** Options that every command takes. */
export const sharedOptions: readonly Option[] = [
  { name: 'json', summary: 'Answer as one JSON value.' },
  { name: 'help', summary: 'Show this help.' },
];

/** Reads what follows the command's words. All that is wrong is said at once. */
export function parseLine(command: Command, rest: readonly string[]): Result<ParsedLine, Failure> {
  const known = [...command.options, ...sharedOptions];
  const { tokens } = parseArgs({ args: [...rest], options: parserOptions(known), strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const options = new Map<string, string | true>();
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const reading = readOption(known, token);
    if (reading.kind === 'ok') options.set(token.name, reading.value);
    else problems.push(reading.error);
  }
  problems.push(...argumentProblems(command, positionals));
  return problems.length === 0 ? ok({ arguments: positionals, options }) : err(refusal(command, problems));
}

function parserOptions(known: readonly Option[]): NonNullable<ParseArgsConfig['options']> {
  const short = new Map([['help', 'h']]);
  return Object.fromEntries(
    known.map(({ name, value }) => {
      const letter = short.get(name);
      return [name, { type: value === undefined ? 'boolean' : 'string', ...(letter === undefined ? {} : { short: letter }) }];
    }),
  );
}

interface OptionToken {
  readonly name: string;
  /** As typed, with its dashes. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** The value came as `--name=value`. */
  readonly inlineValue?: boolean | undefined;
}

function readOption(known: readonly Option[], { name, rawName, value, inlineValue }: OptionToken): Result<string | true, string> {
  const option = known.find((candidate) => candidate.name === name);
  if (option === undefined) {
    const meant = nearestWord(
      name,
      known.map((candidate) => candidate.name),
    );
    return err(`${rawName} is not an option here${meant === undefined ? '' : `; did you mean --${meant}?`}`);
  }
  if (option.value === undefined) return value === undefined ? ok(true) : err(`--${name} takes no value`);
  // `--port --detach` is a forgotten value, not a port named `--detach`.
  const isForgotten = value === undefined || value === '' || (value.startsWith('-') && inlineValue !== true);
  return isForgotten ? err(`--${name} needs a value: --${name} ${option.value}`) : ok(value);
}

function argumentProblems(command: Command, given: readonly string[]): string[] {
  const missing = command.arguments.filter((argument, index) => argument.isOptional !== true && given[index] === undefined);
  const extra = given.slice(command.arguments.length);
  return [
    ...missing.map((argument) => `${argument.name} is missing: ${argument.summary}`),
    ...extra.map((word) => `"${word}" is one word too many`),
  ];
}

function refusal(command: Command, problems: readonly string[]): Failure {
  const mend = `See \`./weft ${command.words} --help\`.`;
  const [only, ...others] = problems;
  if (others.length === 0) return usageFailure(`${command.words}: ${only}.`, mend);
  return { ...usageFailure(`${command.words}: ${problems.length} things are wrong.`, mend), problems };
}
