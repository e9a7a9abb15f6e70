import { expect, test } from 'bun:test';
import type { Command } from './command.ts';
import { done } from './outcome.ts';
import { parseLine } from './parse-line.ts';

const command: Command = {
  words: 'up',
  summary: 'Start',
  arguments: [
    { name: 'WHAT', summary: 'what to start' },
    { name: 'WHERE', summary: 'where', isOptional: true },
  ],
  options: [
    { name: 'port', value: 'N', summary: 'port' },
    { name: 'detach', summary: 'go' },
  ],
  examples: [{ line: './weft up', means: 'start' }],
  run: () => Promise.resolve(done),
};

function read(...rest: string[]): unknown {
  const parsed = parseLine(command, rest);
  return parsed.kind === 'ok' ? { arguments: parsed.value.arguments, options: Object.fromEntries(parsed.value.options) } : parsed.error;
}

test('options may stand before, between and after the arguments', () => {
  const both = { arguments: ['server'], options: { port: '9443', detach: true } };
  expect(read('--port', '9443', 'server', '--detach')).toEqual(both);
  expect(read('server', '--detach', '--port=9443')).toEqual(both);
});

test('what follows -- is an argument, also when it looks like an option', () => {
  expect(read('--', '--odd')).toEqual({ arguments: ['--odd'], options: {} });
});

test('everything that is wrong is said at once', () => {
  expect(read('--detatch', '--json=yes', '--port', '--detach', 'a', 'b', 'c')).toMatchObject({
    exitCode: 2,
    problems: [
      '--detatch is not an option here; did you mean --detach?',
      '--json takes no value',
      '--port needs a value: --port N',
      '"c" is one word too many',
    ],
  });
});

test('a single problem is the message', () => {
  expect(read()).toMatchObject({ exitCode: 2, message: 'up: WHAT is missing: what to start.' });
  expect(read('a', '--port')).toMatchObject({ message: 'up: --port needs a value: --port N.' });
  expect(read('a', '--port=')).toMatchObject({ message: 'up: --port needs a value: --port N.' });
});
