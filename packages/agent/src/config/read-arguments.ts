import { err, nearestWord, ok, type Result } from '@weft/base';

/** What the command line asks for. */
export interface Arguments {
  readonly command: 'run' | 'check' | 'version' | 'help';
  readonly configPath: string;
  readonly stateFolder: string;
}

const commands: ReadonlyMap<string, Arguments['command']> = new Map([
  ['--check', 'check'],
  ['--version', 'version'],
  ['--help', 'help'],
  ['-h', 'help'],
]);
const DEFAULT_CONFIG = '/var/lib/weft/config/config.json';
const DEFAULT_STATE = '/var/lib/weft/state';
const VALUED = ['--config', '--state'] as const;

/** Pure. The error says what was wrong and what would be right. */
export function readArguments(words: readonly string[]): Result<Arguments, string> {
  let command: Arguments['command'] = 'run';
  const values = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const [name, inline] = splitAtEquals(words[at] ?? '');
    const wanted = commands.get(name);
    if (wanted !== undefined) command = wanted;
    else if (VALUED.some((valued) => valued === name)) {
      const value = inline ?? words[(at += 1)];
      if (value === undefined || value === '') return err(`${name} needs a path after it`);
      values.set(name, value);
    } else return err(`unknown option ${name}${suggestion(name)}`);
  }
  return ok({ command, configPath: values.get('--config') ?? DEFAULT_CONFIG, stateFolder: values.get('--state') ?? DEFAULT_STATE });
}

function splitAtEquals(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function suggestion(name: string): string {
  const near = nearestWord(name, [...commands.keys(), ...VALUED]);
  return near === undefined ? '; see --help' : `; did you mean ${near}?`;
}

export const helpText = `weft-agent: watches processes and connections of this machine and tells a Weft server.

  weft-agent [--config FILE] [--state DIR]   run until stopped
  weft-agent --check                         what works on this machine, and why not the rest
  weft-agent --version

  --config FILE  configuration, default ${DEFAULT_CONFIG}
  --state DIR    spool and own files, default ${DEFAULT_STATE}

Environment, wins over the file: WEFT_ACCESS_TOKEN, WEFT_SERVER_URL, WEFT_CA_FILE, WEFT_CONFIG (all of the
configuration as JSON, in place of the file), WEFT_VERBOSE, https_proxy, no_proxy.

Exit codes: 0 done, 1 the answer is no, 2 wrong usage or configuration, 3 something could not be reached or read.

Examples:
  weft-agent --check
  WEFT_ACCESS_TOKEN=… WEFT_SERVER_URL=https://weft.example:8443 weft-agent
`;
