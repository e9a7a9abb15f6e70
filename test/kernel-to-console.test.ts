/**
 * The whole way of data on this machine: real kernel, the built agent, a real server, a real browser.
 * What the programs did is known beforehand; what the console shows must be exactly that.
 */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient, EndpointAnswer, endpoints } from '@weft/schema';
import type { Browser, Page } from 'playwright-core';
import { openConsole, startBrowser } from './harness/browser.ts';
import { startDocker, type Docker } from './harness/docker.ts';
import { eventually } from './harness/eventually.ts';
import { freePort } from './harness/free-port.ts';
import { compileProgram, run } from './harness/programs.ts';
import { createScratch } from './harness/scratch.ts';
import { adminClient, startWeftServer, type WeftServer } from './harness/weft-server.ts';
import { startWeftAgent, type WeftAgent } from './harness/weft-agent.ts';

setDefaultTimeout(240_000);

const scratch = createScratch();
let server: WeftServer;
let agent: WeftAgent;
let docker: Docker;
let browser: Browser;
let page: Page;
let call: ApiClient;
let machineId: string;

beforeAll(async () => {
  docker = await startDocker(join(scratch.path, 'docker'));
  server = await startWeftServer({ dataDir: join(scratch.path, 'data'), port: freePort() });
  agent = startWeftAgent({
    dir: scratch.path,
    token: server.agentToken,
    serverUrl: server.url,
    config: { containerengineendpoint: `unix://${docker.socketPath}` },
  });
  browser = await startBrowser();
  page = await openConsole(browser, server);
  call = await adminClient(server);
  machineId = await eventually('the machine checks in', async () => (await listMachines()).rows[0]?.id);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await agent?.stop();
  await server?.stop();
  await docker?.stop();
  scratch.remove();
}, 60_000);

type Machines = EndpointAnswer<(typeof endpoints)['listMachines']>;

async function listMachines(): Promise<Machines> {
  return valueOf(await call('listMachines', {}));
}

function valueOf<T>(outcome: { kind: 'ok'; value: T } | { kind: 'error'; error: unknown }): T {
  if (outcome.kind === 'error') throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

async function exchange(host: string, sentBytes: number, receivedBytes: number): Promise<{ port: number }> {
  const port = freePort();
  const [serve, ask] = [join(scratch.path, 'known-server'), join(scratch.path, 'known-client')];
  const serving = Bun.spawn([serve, 'serve', host, String(port), '1', String(sentBytes)], { stdout: 'pipe' });
  const { value } = await serving.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toBe('listening\n');
  await run([ask, 'ask', host, String(port), String(sentBytes), String(receivedBytes)]);
  expect(await serving.exited).toBe(0);
  return { port };
}

describe('a known exchange between two applications', () => {
  const exchanges = [
    { name: 'TCP v4', host: '127.0.0.1', sent: 1_234_567, received: 7_654_321 },
    { name: 'TCP v6', host: '::1', sent: 17, received: 3_000_001 },
    { name: 'shown', host: '127.0.0.1', sent: 424_242, received: 99 },
  ];
  const ports = new Map<string, number>();

  // All of them first: connections are told once a minute, and one wait is enough.
  beforeAll(async () => {
    await compileProgram('exchange', scratch.path, 'known-server');
    await compileProgram('exchange', scratch.path, 'known-client');
    for (const { name, host, sent, received } of exchanges) ports.set(name, (await exchange(host, sent, received)).port);
  });

  test.each(exchanges)('$name: exact bytes, both ends, one edge of the graph', async ({ name, sent, received }) => {
    const port = ports.get(name);
    const rows = await eventually(
      'both ends are reported',
      async () => {
        const list = valueOf(await call('listMachineConnections', { machineId, limit: 10_000 }));
        const found = list.rows.filter((row) => row.port === port);
        return found.length === 2 ? found : undefined;
      },
      150_000,
    );
    const client = rows.find((row) => row.direction === 'outbound');
    const serving = rows.find((row) => row.direction === 'inbound');
    // The header that asks for the answer's size is 8 bytes of payload too.
    expect(client).toMatchObject({ sentBytes: sent + 8, receivedBytes: received, opened: 1, failed: 0 });
    expect(serving).toMatchObject({ sentBytes: received, receivedBytes: sent + 8, opened: 1, failed: 0 });
    expect(client?.application).toContain('known-client');
    expect(serving?.application).toContain('known-server');
    expect(client?.peerApplication).toBe(serving?.application);

    const graph = valueOf(await call('getGraph', { maxNodes: 10_000 }));
    const edges = graph.edges.filter((edge) => edge.kind === 'connection' && edge.port === port);
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({
      source: `app:${client?.application}`,
      target: `app:${serving?.application}`,
      sentBytes: sent + 8,
      receivedBytes: received,
    });
  });

  test('the console shows the connection with its exact bytes', async () => {
    const port = ports.get('shown');
    await eventually(
      'the row is stored',
      async () => valueOf(await call('listMachineConnections', { machineId, text: 'known-client' })).rows.find((row) => row.port === port),
      150_000,
    );
    await page.goto(`${server.url}/machines/${machineId}?tab=connections`);
    await page
      .getByPlaceholder(/filter/i)
      .first()
      .fill(String(port));
    const row = page.getByRole('row').filter({ hasText: 'known-client' }).filter({ hasText: 'known-server' }).first();
    await row.waitFor();
    // Tables show 414.3 KiB and carry the exact count beside it.
    expect(await row.innerHTML()).toContain('424,250');
  });
});

test('a process that lives 1 ms shows with argv, cwd and parent', async () => {
  const dir = join(scratch.path, 'short lived');
  mkdirSync(dir);
  await run(['sh', '-c', '/bin/true weft-short "two words" & wait'], { cwd: dir });
  const row = await eventually('the exec is stored', async () =>
    valueOf(await call('listMachineExecs', { machineId, text: 'weft-short' })).rows.find(({ exePath }) => exePath.endsWith('/true')),
  );
  expect(row.commandLine).toContain('weft-short');
  expect(row.cwd).toBe(dir);
  expect(row.parentExePath).toMatch(/\/(da|ba)?sh$/);
  await page.goto(`${server.url}/machines/${machineId}?tab=execs`);
  await page
    .getByPlaceholder(/filter/i)
    .first()
    .fill('weft-short');
  await page.getByRole('row').filter({ hasText: '/bin/true weft-short' }).first().waitFor();
});

test('a container shows as an application of its image', async () => {
  const root = join(scratch.path, 'image');
  mkdirSync(join(root, 'bin'), { recursive: true });
  await compileProgram('exchange', join(root, 'bin'), 'in-container');
  await docker.importFolder(root, 'weft.example/team/shop:2.1');
  const port = freePort();
  const containerId = await docker.run(
    'run',
    '-d',
    '--network',
    'host',
    'weft.example/team/shop:2.1',
    '/bin/in-container',
    'serve',
    '127.0.0.1',
    String(port),
    '1',
    '5',
  );
  await eventually('the container listens', async () => ((await docker.run('logs', containerId)).includes('listening') ? true : undefined));
  await run([join(scratch.path, 'known-client'), 'ask', '127.0.0.1', String(port), '5', '5']);
  const application = await eventually(
    'the application of the image is known',
    async () => valueOf(await call('listApplications', { text: 'weft.example/team/shop', limit: 100 })).rows[0],
    150_000,
  );
  expect(application.owner).toBe('image:weft.example/team/shop');
  expect(application.executable).toContain('in-container');
  const container = await eventually('the container is reported', async () =>
    valueOf(await call('listMachineContainers', { machineId })).rows.find(
      (row) => row.containerId === containerId && row.imageTag !== undefined,
    ),
  );
  expect(container).toMatchObject({ imageRepository: 'weft.example/team/shop', imageTag: '2.1', runtime: 'docker' });
  await page.goto(`${server.url}/applications`);
  await page
    .getByPlaceholder(/filter/i)
    .first()
    .fill('weft.example/team/shop');
  await page.getByRole('row').filter({ hasText: 'in-container' }).first().waitFor();
});
