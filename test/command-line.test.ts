/**
 * The command line against a real server with a real agent: every command that asks a server answers, for people and for scripts,
 * with the exit codes it promises.
 */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './harness/eventually.ts';
import { freePort } from './harness/free-port.ts';
import { repository } from './harness/repository.ts';
import { createScratch } from './harness/scratch.ts';
import { startWeftServer, type WeftServer } from './harness/weft-server.ts';
import { startWeftAgent, type WeftAgent } from './harness/weft-agent.ts';

setDefaultTimeout(180_000);

const scratch = createScratch();
let server: WeftServer;
let agent: WeftAgent;
let key = '';

beforeAll(async () => {
  server = await startWeftServer({ dataDir: join(scratch.path, 'data'), port: freePort() });
  key = readFileSync(join(server.dataDir, 'local-api-key'), 'utf8').trim();
  agent = startWeftAgent({ dir: scratch.path, token: server.agentToken, serverUrl: server.url });
  await eventually('processes and connections are stored', async () => {
    Bun.spawnSync(['/bin/true', 'weft-command-line']);
    const rows = await Promise.all([rowsOf('process', 'list'), rowsOf('connection', 'list'), rowsOf('graph')]);
    return rows.every((list) => list.length > 0) ? true : undefined;
  });
}, 180_000);

afterAll(async () => {
  await agent?.stop();
  await server?.stop();
  scratch.remove();
}, 60_000);

interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly problem: string;
}

async function weft(line: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Said> {
  const child = Bun.spawn([process.execPath, join(repository, 'packages/cli/src/main.ts'), ...line], {
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    env: { PATH: process.env['PATH'], HOME: scratch.path, ...(variables ?? serverVariables()) },
  });
  const [out, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { exitCode: await child.exited, out, problem };
}

function serverVariables(): Record<string, string> {
  return { WEFT_SERVER_URL: server.url, WEFT_API_KEY: key, WEFT_CA_FILE: join(server.dataDir, 'tls', 'ca.pem') };
}

/** The rows of a list, or the edges of a graph, from `--json`. */
async function rowsOf(...line: readonly string[]): Promise<unknown[]> {
  const { out } = await weft([...line, '--json']);
  const answer: unknown = JSON.parse(out);
  const fields = new Map<string, unknown>(Object.entries(answer ?? {}));
  const rows = fields.get('rows') ?? fields.get('edges');
  return Array.isArray(rows) ? rows : [];
}

const questions = [
  ['overview'],
  ['machine', 'list'],
  ['machine', 'show'],
  ['process', 'list'],
  ['exec', 'list', '--text', 'weft-command-line'],
  ['connection', 'list'],
  ['listener', 'list'],
  ['dns', 'list'],
  ['container', 'list'],
  ['metric', 'list'],
  ['gap', 'list'],
  ['application', 'list', '--since', '1h'],
  ['graph', '--kinds', 'launch'],
  ['system'],
  ['datasource', 'list'],
  ['datasource', 'show', 'lw_he_machines'],
  ['agent-token', 'list'],
  ['api-key', 'list'],
  ['person', 'list'],
  ['whoami'],
  ['api', 'GET', '/api/v1/machines'],
];

test.each(questions.map((line) => [line.join(' '), line] as const))('%s answers people and scripts', async (_, line) => {
  expect(await weft(line)).toMatchObject({ exitCode: 0 });
  const forScripts = await weft([...line, '--json']);
  expect(forScripts).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(forScripts.out)).toBeObject();
});

test('what ran is in the list of programs started, with its arguments', async () => {
  const said = await weft(['exec', 'list', '--text', 'weft-command-line']);
  expect(said.out).toContain('/bin/true weft-command-line');
});

test('an application from the list can be shown by its key', async () => {
  const [first] = await rowsOf('application', 'list');
  const application = Object.entries(first ?? {}).find(([name]) => name === 'application')?.[1];
  expect(await weft(['application', 'show', String(application)])).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining(String(application)),
  });
});

test('what is not there is a no, what is wrong is wrong usage', async () => {
  expect(await weft(['application', 'show', 'nobody|nothing|root'])).toMatchObject({ exitCode: 1 });
  expect(await weft(['machine', 'show', 'nowhere'])).toMatchObject({ exitCode: 1 });
  expect(await weft(['datasource', 'show', 'LW_HE_MACHINE'])).toMatchObject({
    exitCode: 1,
    problem: expect.stringContaining('LW_HE_MACHINES'),
  });
  expect(await weft(['search', 'no-such-thing-anywhere'])).toMatchObject({ exitCode: 1 });
  expect(await weft(['person', 'invite', 'no-address'])).toMatchObject({ exitCode: 2, problem: expect.stringContaining('email') });
});

test('an agent token is made, disabled, enabled; a key of a viewer may not', async () => {
  const made = await weft(['agent-token', 'create', 'fleet']);
  expect(made).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^[a-z2-7]{56}\n$/) });
  expect(await weft(['agent-token', 'disable', 'fleet'])).toMatchObject({ exitCode: 0, out: 'fleet is disabled\n' });
  expect(await weft(['agent-token', 'enable', 'fleet'])).toMatchObject({ exitCode: 0, out: 'fleet is enabled\n' });
  const viewer = (await weft(['api-key', 'create', 'dashboard'])).out.trim();
  const asViewer = { ...serverVariables(), WEFT_API_KEY: viewer };
  expect(await weft(['machine', 'list'], asViewer)).toMatchObject({ exitCode: 0 });
  expect(await weft(['agent-token', 'create', 'mine'], asViewer)).toMatchObject({ exitCode: 1, out: '' });
  expect(await weft(['api-key', 'delete', 'dashboard'])).toMatchObject({ exitCode: 0 });
  expect(await weft(['machine', 'list'], asViewer)).toMatchObject({ exitCode: 1, problem: expect.stringContaining('Sign in') });
});

test('login remembers a server it can trust by its fingerprint, for its owner only', async () => {
  const system: unknown = JSON.parse((await weft(['system', '--json'])).out);
  const fingerprint = String(Object.entries(system ?? {}).find(([name]) => name === 'caFingerprint')?.[1]);
  const untrusted = await weft(['login', server.url, '--key', key], {});
  expect(untrusted).toMatchObject({ exitCode: 3, problem: expect.stringContaining('--ca FILE') });
  expect(await weft(['login', server.url, '--key', key, '--fingerprint', 'a'.repeat(26)], {})).toMatchObject({ exitCode: 1 });
  expect(await weft(['login', server.url, '--key', 'weft_wrong', '--fingerprint', fingerprint], {})).toMatchObject({ exitCode: 1 });
  expect(await weft(['login', server.url, '--key', key, '--fingerprint', fingerprint], {})).toMatchObject({ exitCode: 0 });
  expect(statSync(join(scratch.path, '.config', 'weft', 'config.json')).mode & 0o777).toBe(0o600);
  expect(await weft(['machine', 'list'], {})).toMatchObject({ exitCode: 0 });
  expect(await weft(['logout'], {})).toMatchObject({ exitCode: 0 });
});
