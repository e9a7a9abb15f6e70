import type { Terminal } from '../terminal/terminal.ts';
import type { OptionValues } from './option-values.ts';
import type { Outcome } from './outcome.ts';

/** One command, declared as data: parsing, `--help` and "did you mean" all come from it. */
export interface Command {
  /** One or two words, such as `up` or `machine list`. */
  readonly words: string;
  /** One sentence without final stop, for the list of commands. */
  readonly summary: string;
  /** What more there is to know, in full sentences. */
  readonly details?: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  readonly examples: readonly [Example, ...Example[]];
  readonly run: (call: Call) => Promise<Outcome>;
}

export interface Argument {
  /** Upper case, such as `MACHINE`. */
  readonly name: string;
  readonly summary: string;
  readonly isOptional?: boolean;
}

export interface Option {
  /** Without dashes, such as `port`. */
  readonly name: string;
  /** What the value is, upper case; an option without it is a switch. */
  readonly value?: string;
  readonly summary: string;
}

export interface Example {
  /** The line as typed, such as `./weft up --detach`. */
  readonly line: string;
  readonly means: string;
}

/** One use of a command: what was typed, and the world it runs in. */
export interface Call {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly terminal: Terminal;
  readonly environment: Environment;
}

export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Root of the checkout, absolute. */
  readonly workspace: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}
