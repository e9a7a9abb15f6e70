/** What its owner sees when the server cannot start: one line that says what and how to mend it, and the exit code. */
import { afterAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'weft-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(words: readonly string[], environment: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, join(import.meta.dir, 'main.ts'), ...words], {
    env: { ...process.env, ...environment },
  });
  return { exitCode, out: stdout.toString(), error: stderr.toString() };
}

test('--help is complete and ends with 0', () => {
  const { exitCode, out } = run(['--help']);
  expect(exitCode).toBe(0);
  for (const word of [
    '--data',
    '--port',
    '--host',
    '--console',
    '--retention',
    '--disk-floor',
    'admin-link',
    'WEFT_CLICKHOUSE_URL',
    'WEFT_DATABASE_URL',
    'Examples',
  ])
    expect(out).toContain(word);
});

test('wrong usage names every problem and ends with 2', () => {
  expect(run(['--port', 'x'])).toMatchObject({ exitCode: 2, error: expect.stringMatching(/--data is missing[\s\S]*--port must be/) });
});

test.each([
  ['a folder that cannot be made', ['--data', '/proc/none'], {}, /\/proc\/none cannot be used: .*Choose another folder with --data\./],
  [
    'a database that is not there',
    ['--data', join(folder, 'a')],
    { WEFT_DATABASE_URL: 'postgres://127.0.0.1:1/x' },
    /cannot open the database: .*WEFT_DATABASE_URL/,
  ],
  [
    'a warehouse that is not there',
    ['--data', join(folder, 'b')],
    { WEFT_CLICKHOUSE_URL: 'http://127.0.0.1:1/x' },
    /cannot open the warehouse: .*WEFT_CLICKHOUSE_URL/,
  ],
])('%s', (_, words, environment, message) => {
  const { exitCode, error } = run(words, environment);
  expect([exitCode, error.trimEnd().split('\n').length]).toEqual([3, 1]);
  expect(error).toMatch(message);
});

test('a port that is taken', () => {
  const taken = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data: () => {} } });
  const { exitCode, error } = run(['--data', join(folder, 'c'), '--host', '127.0.0.1', '--port', String(taken.port)]);
  taken.stop(true);
  expect([exitCode, error]).toEqual([3, expect.stringContaining(`cannot listen on 127.0.0.1 port ${taken.port}`)]);
}, 30_000);

test('a damaged CA key is named, not replaced', () => {
  mkdirSync(join(folder, 'd/tls'), { recursive: true });
  for (const name of ['ca.pem', 'ca.key']) writeFileSync(join(folder, 'd/tls', name), 'nonsense');
  expect(run(['--data', join(folder, 'd')])).toMatchObject({
    exitCode: 3,
    error: expect.stringContaining('cannot make or read the TLS keys'),
  });
}, 30_000);
