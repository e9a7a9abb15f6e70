import { expect, test } from 'bun:test';
import { openTerminal } from './terminal.ts';

function open(screen: { readonly isTTY?: boolean; readonly columns?: number }) {
  const said = { out: '', err: '' };
  const stdout = { write: (text: string) => (said.out += text) };
  const stderr = { write: (text: string) => (said.err += text), ...screen };
  return { said, terminal: openTerminal({ stdout, stderr }, false) };
}

test('the answer goes to stdout, progress and errors to stderr', () => {
  const { said, terminal } = open({});
  terminal.progress('building …');
  terminal.out('answer');
  terminal.err('trouble');
  expect(said).toEqual({ out: 'answer\n', err: 'building …\ntrouble\n' });
});

test('on a screen a progress line is replaced, and gone before anything else is shown', () => {
  const { said, terminal } = open({ isTTY: true, columns: 80 });
  terminal.progress('one');
  terminal.progress('two');
  terminal.out('answer');
  expect(said.err).toBe('one\r\u001b[2Ktwo\r\u001b[2K');
  terminal.err('trouble');
  expect(said.err).toEndWith('trouble\n');
});

test('a progress line never wraps', () => {
  const { said, terminal } = open({ isTTY: true, columns: 10 });
  terminal.progress('0123456789abc');
  expect(said.err).toBe('01234567…');
  terminal.progress('012345678');
  expect(said.err).toEndWith('012345678');
});
