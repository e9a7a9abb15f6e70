import { afterEach, beforeEach, expect, test } from 'bun:test';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockState } from '../guard/state-lock.ts';
import { startRefusals } from '../start-refusals.ts';
import { readEnvironment } from './environment.ts';
import { loadConfig } from './load-config.ts';
import { readArguments } from './read-arguments.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-start-'));
  path = join(folder, 'config.json');
  writeFileSync(path, '{}', { mode: 0o640 });
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a file of root that nobody else may write is fine, and so is none', () => {
  expect(startRefusals(path, undefined, 0)).toEqual([]);
  expect(startRefusals(join(folder, 'none'), path, 0)).toEqual([]);
});

test('what others could change is refused, with the file and the command that mends it', () => {
  chmodSync(path, 0o660);
  expect(startRefusals(path, undefined, 0)).toEqual([`${path} is writable by its group: run \`chmod go-w ${path}\``]);
  chmodSync(path, 0o646);
  expect(startRefusals(path, path, 0).length).toBe(2);
  chmodSync(path, 0o600);
  chownSync(path, 1234, 0);
  expect(startRefusals(path, undefined, 0)).toEqual([`${path} is owned by uid 1234, not by root: run \`chown root ${path}\``]);
});

test('only root may run it', () => {
  expect(startRefusals(path, undefined, 1000)).toEqual([expect.stringContaining('must run as root')]);
});

test('the environment may hold all of the configuration; problems name where they are', () => {
  const json = JSON.stringify({ tokens: { AccessToken: 'abcdefgh12345678' }, serverurl: 'https://a.example' });
  expect(loadConfig('/nowhere', readEnvironment({ WEFT_CONFIG: json })).kind).toBe('ok');
  expect(loadConfig('/nowhere', readEnvironment({ LaceworkConfig: json })).kind).toBe('ok');
  writeFileSync(path, '{"tokens":');
  expect(loadConfig(path, readEnvironment({}))).toEqual({ kind: 'error', error: [expect.stringContaining(`${path} is not JSON`)] });
  expect(loadConfig('/nowhere', readEnvironment({}))).toEqual({
    kind: 'error',
    error: [expect.stringContaining('/nowhere: tokens.AccessToken is missing'), expect.stringContaining('/nowhere: serverurl')],
  });
});

test('a configuration that cannot be read is said so', () => {
  expect(loadConfig(folder, readEnvironment({}))).toEqual({ kind: 'error', error: [expect.stringContaining(`${folder} cannot be read`)] });
});

test('arguments', () => {
  expect(readArguments(['--config', 'a', '--state=b'])).toEqual({
    kind: 'ok',
    value: { command: 'run', configPath: 'a', stateFolder: 'b' },
  });
  expect(readArguments(['--check'])).toMatchObject({ value: { command: 'check', configPath: '/var/lib/weft/config/config.json' } });
  expect(readArguments(['--confg', 'a'])).toEqual({ kind: 'error', error: 'unknown option --confg; did you mean --config?' });
  expect(readArguments(['--state'])).toEqual({ kind: 'error', error: '--state needs a path after it' });
});

test('one agent per state folder, however the other one ended', async () => {
  const holder = Bun.spawn(
    [
      process.execPath,
      '-e',
      `import { lockState } from '${join(import.meta.dir, '../guard/state-lock.ts')}'; console.log(lockState('${folder}').kind); setInterval(() => {}, 1000);`,
    ],
    { stdout: 'pipe' },
  );
  try {
    const { value } = await holder.stdout.getReader().read();
    expect(new TextDecoder().decode(value)).toBe('held\n');
    expect(lockState(folder)).toEqual({ kind: 'taken' });
  } finally {
    holder.kill('SIGKILL');
    await holder.exited;
  }
  const lock = lockState(folder);
  expect(lock.kind).toBe('held');
  if (lock.kind === 'held') lock.release();
});
