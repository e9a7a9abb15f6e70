/**
 * What `up` says when it cannot go on. The server here is a program of a line or two, because the real one does not fail on demand;
 * `test/fresh-clone.test.ts` goes the good way with the real one.
 */
import { afterEach, beforeEach, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandTable } from '../command/command-table.ts';
import { runLine } from '../command/run-line.ts';

let workspace = '';

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'weft-up-'));
  mkdirSync(join(workspace, '.weft', 'tools'), { recursive: true });
  symlinkSync(process.execPath, join(workspace, '.weft', 'tools', 'bun'));
  for (const part of ['sensor', 'agent', 'console']) program(`packages/${part}/build.ts`, '');
});

afterEach(async () => {
  await weft('down');
  rmSync(workspace, { recursive: true });
});

function program(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

async function weft(...line: string[]): Promise<{ exitCode: number; out: string; problem: string }> {
  const said = { out: '', problem: '' };
  const streams = { stdout: { write: (text: string) => (said.out += text) }, stderr: { write: (text: string) => (said.problem += text) } };
  const exitCode = await runLine(commandTable, line, { variables: {}, workspace, now: Date.now }, streams);
  return { exitCode, ...said };
}

/** A port that nothing listens on. */
function freePort(): string {
  const listener = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data: () => {} } });
  const { port } = listener;
  listener.stop(true);
  return String(port);
}

test('a port that is taken: by whom, and which other', async () => {
  const listener = Bun.listen({ hostname: '0.0.0.0', port: 0, socket: { data: () => {} } });
  program('packages/server/src/main.ts', '');
  const said = await weft('up', '--detach', '--port', String(listener.port));
  expect(said).toMatchObject({ exitCode: 1, out: '' });
  expect(said.problem).toContain(`port ${listener.port} is taken by`);
  expect(said.problem).toContain(`(pid ${process.pid})`);
  listener.stop(true);
});

test('a server that ends at once: its last words, and where the rest is', async () => {
  program('packages/server/src/main.ts', 'console.error("the data is from a newer version"); process.exit(1);');
  const said = await weft('up', '--detach', '--port', freePort());
  expect(said.exitCode).toBe(1);
  expect(said.problem).toContain('- the data is from a newer version');
  expect(said.problem).toContain(join('.weft', 'log', 'server.log'));
  expect(await weft('status')).toMatchObject({ exitCode: 1, out: expect.stringContaining('server  not running') });
});

test('a part that does not build: what the build said, and nothing is started', async () => {
  program('packages/sensor/build.ts', 'console.error("clang-19 is missing"); process.exit(1);');
  program('packages/server/src/main.ts', 'await Bun.write("started", "")');
  const said = await weft('up', '--detach');
  expect(said).toMatchObject({ exitCode: 1, problem: expect.stringMatching(/the sensor did not build\.\n {2}- clang-19 is missing/) });
  expect(await Bun.file(join(workspace, 'started')).exists()).toBe(false);
});

test('down stops what up started and nothing else', async () => {
  const stranger = Bun.spawn(['sleep', '60']);
  program('packages/server/src/main.ts', 'setInterval(() => {}, 1000);');
  const port = freePort();
  const starting = weft('up', '--detach', '--port', port);
  while (!(await Bun.file(join(workspace, '.weft', 'run', 'server.json')).exists())) await Bun.sleep(20);
  expect(await weft('up', '--detach')).toMatchObject({ exitCode: 1, problem: expect.stringContaining('at work in this checkout') });
  const record: unknown = JSON.parse(readFileSync(join(workspace, '.weft', 'run', 'server.json'), 'utf8'));
  expect(record).toMatchObject({ port: Number(port), identity: { pid: expect.any(Number) } });
  rmSync(join(workspace, '.weft', 'run', 'up.lock'));
  expect(await weft('down')).toMatchObject({ exitCode: 0, out: 'agent: was not running\nserver: stopped\n' });
  expect(await starting).toMatchObject({ exitCode: 1 });
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
  expect(await weft('down')).toMatchObject({ exitCode: 0, out: 'agent: was not running\nserver: was not running\n' });
});
