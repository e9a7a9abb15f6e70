import { resolve } from 'node:path';
import { err, ok, type Result } from '@weft/base';
import { readOptions, type OptionName, type Options } from './read-options.ts';
import { readRetention } from './read-retention.ts';
import type { ServerConfig } from './server-config.ts';

/** What a person asked `main.ts` for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'serve'; readonly config: ServerConfig }
  | { readonly kind: 'admin-link'; readonly config: ServerConfig };

export interface CommandInput {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly workingFolder: string;
  /** Built files of the console when `--console` is not given. */
  readonly defaultConsoleFolder: string;
}

const DEFAULT_PORT = 8443;
const DEFAULT_RETENTION_DAYS = 92;
const DEFAULT_DISK_FLOOR_BYTES = 512 * 1024 * 1024;

/** Reads the command line and the environment once; the error holds every problem. */
export function parseCommand(input: CommandInput): Result<Command, readonly string[]> {
  if (input.words.includes('--help') || input.words.includes('-h')) return ok({ kind: 'help' });
  const kind = input.words[0] === 'admin-link' ? 'admin-link' : 'serve';
  const { options, problems } = readOptions(kind === 'admin-link' ? input.words.slice(1) : input.words);
  const config = buildConfig(options, input, problems);
  return problems.length === 0 ? ok({ kind, config: Object.freeze(config) }) : err(problems);
}

function buildConfig(options: Options, input: CommandInput, problems: string[]): ServerConfig {
  const dataFolder = options.get('data')?.at(-1);
  if (dataFolder === undefined) problems.push('--data is missing: the folder that keeps the state, such as --data .weft/server');
  const wholeNumber = (name: OptionName, standard: number, least: number, most: number): number => {
    const text = options.get(name)?.at(-1);
    if (text === undefined) return standard;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      problems.push(`--${name} must be a whole number from ${least} to ${most}, got "${text}"`);
    return value;
  };
  return {
    dataFolder: resolve(input.workingFolder, dataFolder ?? '.'),
    port: wholeNumber('port', DEFAULT_PORT, 1, 65_535),
    host: options.get('host')?.at(-1) ?? '::',
    consoleFolder: resolve(input.workingFolder, options.get('console')?.at(-1) ?? input.defaultConsoleFolder),
    clickhouseUrl: readUrl(input, 'WEFT_CLICKHOUSE_URL', ['http:', 'https:'], problems),
    databaseUrl: readUrl(input, 'WEFT_DATABASE_URL', ['postgres:', 'postgresql:'], problems),
    retentionDays: {
      default: wholeNumber('retention', DEFAULT_RETENTION_DAYS, 1, 3650),
      byTable: readRetention(options.get('retention-of') ?? [], problems),
    },
    freeDiskFloorBytes: wholeNumber('disk-floor', DEFAULT_DISK_FLOOR_BYTES, 0, Number.MAX_SAFE_INTEGER),
  };
}

/** The value may hold a password: a problem names the variable, never its value. */
function readUrl(input: CommandInput, name: string, protocols: readonly string[], problems: string[]): string | undefined {
  const text = input.environment[name];
  if (text === undefined || text === '') return undefined;
  if (!protocols.includes(URL.parse(text)?.protocol ?? ''))
    problems.push(`${name} must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
  return text;
}
