import { nearestWord } from '@weft/base';
import type { Command } from './command.ts';

/** What the first words of a command line mean. */
export type Found =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: readonly string[] }
  /** Commands that share the first word, such as all of `machine`; empty `word` is all there are. */
  | { readonly kind: 'group'; readonly word: string; readonly commands: readonly Command[] }
  | { readonly kind: 'unknown'; readonly words: string; readonly meant: string | undefined };

/** Finds the command by its words. Options may stand anywhere after them, so only leading words count. */
export function findCommand(commands: readonly Command[], line: readonly string[]): Found {
  const [first, second] = line;
  if (first === undefined || first.startsWith('-')) return { kind: 'group', word: '', commands };
  for (const length of [2, 1]) {
    const words = line.slice(0, length).join(' ');
    const command = commands.find((candidate) => candidate.words === words);
    if (command !== undefined) return { kind: 'command', command, rest: line.slice(length) };
  }
  const group = commands.filter((candidate) => candidate.words.startsWith(`${first} `));
  if (group.length === 0) return { kind: 'unknown', words: first, meant: nearestWord(first, firstWords(commands)) };
  if (second === undefined || second.startsWith('-')) return { kind: 'group', word: first, commands: group };
  const meant = nearestWord(second, group.map(secondWord));
  return { kind: 'unknown', words: `${first} ${second}`, meant: meant === undefined ? undefined : `${first} ${meant}` };
}

function firstWords(commands: readonly Command[]): Set<string> {
  return new Set(commands.map((command) => command.words.split(' ')[0] ?? ''));
}

function secondWord(command: Command): string {
  return command.words.split(' ')[1] ?? '';
}
