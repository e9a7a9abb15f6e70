/** The CLI as a script meets it: exit codes, and what goes to which stream. */
import { afterAll, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = mkdtempSync(join(tmpdir(), 'weft-cli-'));
afterAll(() => rmSync(home, { recursive: true }));

async function weft(line: readonly string[], variables: Record<string, string> = {}) {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'main.ts'), ...line], {
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    env: { PATH: process.env['PATH'], HOME: home, ...variables },
  });
  const [out, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { exitCode: await child.exited, out, problem };
}

/** Nothing listens on port 9 (discard). */
const nowhere = { WEFT_SERVER_URL: 'https://127.0.0.1:9', WEFT_API_KEY: 'weft_x' };

test('help is an answer: exit code 0, on stdout', async () => {
  for (const line of [[], ['--help'], ['-h'], ['machine', '--help'], ['up', '--help'], ['up', '--port', '--help']]) {
    expect(await weft(line)).toMatchObject({ exitCode: 0, out: expect.stringContaining('Usage: ./weft'), problem: '' });
  }
});

test('wrong usage: exit code 2, on stderr, with the way out', async () => {
  expect(await weft(['statsu'])).toMatchObject({ exitCode: 2, out: '' });
  expect(await weft(['machine'])).toMatchObject({ exitCode: 2, out: '', problem: expect.stringContaining('machine list') });
  expect(await weft(['up', '--port', 'x'])).toMatchObject({ exitCode: 2, problem: expect.stringContaining('--port 8443') });
  expect(await weft(['process', 'list', '--since', 'soon'])).toMatchObject({ exitCode: 2, problem: expect.stringContaining('24h') });
  expect(await weft(['machine', 'list', '--limit', '0'])).toMatchObject({ exitCode: 2 });
  expect(await weft(['test', '--only', 'integration'])).toMatchObject({ exitCode: 2 });
  expect(await weft(['bench', 'agnet'])).toMatchObject({ exitCode: 2 });
});

test('a server that does not answer: exit code 3, naming it', async () => {
  expect(await weft(['machine', 'list'], nowhere)).toMatchObject({
    exitCode: 3,
    out: '',
    problem: expect.stringContaining('https://127.0.0.1:9'),
  });
  expect(await weft(['api', 'GET', '/api/v1/system'], nowhere)).toMatchObject({ exitCode: 3 });
});

test('--json makes failures JSON too, still on stderr', async () => {
  const failed = await weft(['machine', 'list', '--json'], nowhere);
  expect(failed).toMatchObject({ exitCode: 3, out: '' });
  expect(JSON.parse(failed.problem)).toMatchObject({ error: { message: expect.any(String), mend: expect.any(String) } });
});
