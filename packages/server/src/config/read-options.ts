import { nearestWord } from '@weft/base';

const names = ['data', 'port', 'host', 'console', 'retention', 'retention-of', 'disk-floor'] as const;
export type OptionName = (typeof names)[number];

/** Values of each option, in order. */
export type Options = ReadonlyMap<OptionName, readonly string[]>;

/** Reads `--name value` and `--name=value`. */
export function readOptions(words: readonly string[]): { readonly options: Options; readonly problems: string[] } {
  const options = new Map<OptionName, string[]>();
  const problems: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, text = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const name = names.find((known) => known === text);
    if (name === undefined) {
      problems.push(unknown(word, text));
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined || value === '') problems.push(`--${name} needs a value`);
    else options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { options, problems };
}

function unknown(word: string, text: string): string {
  const near = nearestWord(text, names);
  return `unknown ${text === '' ? 'word' : 'option'} "${word}"${near === undefined ? '' : `; did you mean "--${near}"?`}`;
}
