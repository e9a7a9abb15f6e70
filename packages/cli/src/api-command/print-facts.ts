import { done, type Outcome } from '../command/outcome.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type Fact = readonly [name: string, value: string | number | boolean | readonly string[] | undefined];

/** One thing as a list of facts, or the whole of it with `--json`. Unknown is `-`. */
export function printFacts(terminal: Terminal, thing: unknown, facts: readonly Fact[]): Outcome {
  if (terminal.isJson) {
    terminal.out(JSON.stringify(thing));
    return done;
  }
  const width = Math.max(...facts.map(([name]) => name.length));
  for (const [name, value] of facts) terminal.out(`${name.padEnd(width)}  ${factText(value)}`);
  return done;
}

function factText(value: Fact[1]): string {
  if (value === undefined || value === '') return '-';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return printable(typeof value === 'string' ? value : value.join(', ')) || '-';
}
