/** The whole agent on this machine's kernel, against a real HTTPS server. */
import { afterEach, beforeEach, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificates, type TestCertificates } from './testing/certificates.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';

setDefaultTimeout(60_000);

let folder: string;
let certificates: TestCertificates;
let receiver: Receiver;
let refusal: (() => Response) | undefined;
const started: Bun.Subprocess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-agent-'));
  certificates = createCertificates();
  refusal = undefined;
  receiver = startReceiver(certificates, () => refusal?.());
  writeConfig(0o600);
});

afterEach(async () => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
  await receiver.stop();
  rmSync(folder, { recursive: true, force: true });
});

function writeConfig(mode: number): void {
  rmSync(join(folder, 'config.json'), { force: true });
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({ tokens: { AccessToken: certificates.token }, serverurl: receiver.url.href, tags: { Env: 'test' } }),
  );
  Bun.spawnSync(['chmod', mode.toString(8), join(folder, 'config.json')]);
}

function startAgent(): Bun.Subprocess<'ignore', 'ignore', 'pipe'> {
  const words = [
    process.execPath,
    join(import.meta.dir, 'main.ts'),
    '--config',
    join(folder, 'config.json'),
    '--state',
    join(folder, 'state'),
  ];
  const agent = Bun.spawn(words, { stdin: 'ignore', stdout: 'ignore', stderr: 'pipe' });
  started.push(agent);
  return agent;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await Bun.sleep(100);
}

const execs = (word: string): Record<string, unknown>[] =>
  receiver.rowsOf('exec').filter(({ command_line }) => String(command_line).includes(word));

/** Runs Bun with a script; both ends of an exchange are processes of their own. */
function script(text: string): Bun.Subprocess<'ignore', 'pipe', 'inherit'> {
  const child = Bun.spawn([process.execPath, '-e', text], { stdin: 'ignore', stdout: 'pipe' });
  started.push(child);
  return child;
}

async function exchange(sentBytes: number, receivedBytes: number): Promise<number> {
  const server = script(`let got = 0; const l = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: {
    data(s, d) { got += d.length; if (got === ${sentBytes}) s.end(new Uint8Array(${receivedBytes})); }, close() { l.stop(); } } });
    console.log(l.port);`);
  const { value } = await server.stdout.getReader().read();
  const port = Number(new TextDecoder().decode(value));
  const client = script(`await new Promise((done) => Bun.connect({ hostname: '127.0.0.1', port: ${port}, socket: {
    open(s) { s.write(new Uint8Array(${sentBytes})); }, data() {}, end(s) { s.end(); }, close() { done(); } } }));`);
  await Promise.all([client.exited, server.exited]);
  return port;
}

test('execs, exact bytes between two applications, listeners, processes and the machine arrive', async () => {
  const agent = startAgent();
  await until(() => receiver.rowsOf('machine').length > 0);
  Bun.spawnSync(['/bin/true', 'weft-one-millisecond'], { cwd: '/tmp' });
  const port = await exchange(1234, 4321);
  await until(() => execs('weft-one-millisecond').length > 0);
  agent.kill('SIGTERM');
  expect(await agent.exited).toBe(0);
  expect(receiver.problems).toEqual([]);
  expect(receiver.rowsOf('machine')[0]).toMatchObject({
    tags: { Env: 'test' },
    tiers: { process: 'tracepoint', connection: 'tracepoint' },
  });
  expect(execs('weft-one-millisecond')).toMatchObject([
    { parent_pid: process.pid, cwd: '/tmp', exe_path: expect.stringMatching(/true$/), parent_exe_path: process.execPath },
  ]);
  const ends = receiver.rowsOf('connection').filter((row) => row['port'] === port);
  expect(ends.toSorted((a, b) => String(b['direction']).localeCompare(String(a['direction'])))).toMatchObject([
    { direction: 'outbound', opened: 1, failed: 0, sent_bytes: 1234, received_bytes: 4321, peer_application: expect.stringContaining('|') },
    { direction: 'inbound', opened: 1, failed: 0, sent_bytes: 4321, received_bytes: 1234, peer_application: expect.stringContaining('|') },
  ]);
  expect(receiver.rowsOf('listener').findLast((row) => row['port'] === port)).toHaveProperty('closed_at');
  expect(receiver.rowsOf('process').filter((row) => row['kept_because'] === 'network').length).toBeGreaterThanOrEqual(2);
});

test('killed while the server is away: what was spooled arrives once, and the time without an agent is told', async () => {
  refusal = () => new Response('', { status: 503 });
  const first = startAgent();
  await until(() => Bun.spawnSync(['sh', '-c', `ls ${folder}/state/spool/*.batch`]).exitCode === 0);
  Bun.spawnSync(['/bin/true', 'weft-before-the-crash']);
  await Bun.sleep(8000);
  first.kill('SIGKILL');
  await first.exited;
  refusal = undefined;
  const second = startAgent();
  await until(() => receiver.rowsOf('agent_gap').length > 0 && execs('weft-before-the-crash').length > 0);
  Bun.spawnSync(['/bin/true', 'weft-after-the-crash']);
  await until(() => execs('weft-after-the-crash').length > 0);
  second.kill('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(execs('weft-before-the-crash').length).toBe(1);
  expect(execs('weft-after-the-crash').length).toBe(1);
  expect(receiver.rowsOf('agent_gap')[0]).toMatchObject({ lost_where: 'agent-down', reason: expect.stringContaining('without notice') });
  expect(new Set(receiver.batches.map(({ header }) => header.batch)).size).toBe(receiver.batches.length);
});

test('stopped while the server is away: it ends in time, and keeps everything', async () => {
  await receiver.stop();
  const agent = startAgent();
  await until(() => Bun.spawnSync(['sh', '-c', `ls ${folder}/state/spool/*.batch`]).exitCode === 0);
  agent.kill('SIGTERM');
  expect(await agent.exited).toBe(0);
  expect(Bun.spawnSync(['sh', '-c', `ls ${folder}/state/spool/*.batch`]).exitCode).toBe(0);
});

test('a second agent on one state folder, and a configuration that others may write, are refused', async () => {
  startAgent();
  await until(() => receiver.batches.length > 0);
  const second = startAgent();
  expect(await second.exited).toBe(1);
  expect(await new Response(second.stderr).text()).toContain('another agent runs');
  writeConfig(0o666);
  const third = startAgent();
  expect(await third.exited).toBe(2);
  expect(await new Response(third.stderr).text()).toContain('chmod go-w');
});
