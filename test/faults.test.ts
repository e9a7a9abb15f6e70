/**
 * Crashes and cuts in the middle of a load. The load's programs are numbered, so what is missing or twice has a name:
 * every record that was acknowledged is stored once, and what the agent had spooled arrives.
 */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { join } from 'node:path';
import type { ApiClient } from '@weft/schema';
import { eventually } from './harness/eventually.ts';
import { freePort } from './harness/free-port.ts';
import { createNetworkNamespace, type NetworkNamespace } from './harness/network-namespace.ts';
import { compileProgram, run } from './harness/programs.ts';
import { createScratch } from './harness/scratch.ts';
import { adminClient, startWeftServer, type WeftServer } from './harness/weft-server.ts';
import { startWeftAgent, type WeftAgent } from './harness/weft-agent.ts';

setDefaultTimeout(300_000);

const scratch = createScratch();
let network: NetworkNamespace;
let server: WeftServer;
let agent: WeftAgent;
let call: ApiClient;
let machineId: string;
let storm: string;
let nextNumber = 1;
/** Of this run alone: another run on the same kernel is seen by this agent too. */
const mark = `weft-storm-${process.pid}-`;

beforeAll(async () => {
  storm = await compileProgram('storm', scratch.path);
  network = await createNetworkNamespace();
  server = await startWeftServer({
    dataDir: join(scratch.path, 'data'),
    port: freePort(),
    address: network.address,
    prefix: network.prefix,
  });
  agent = startWeftAgent({ dir: scratch.path, token: server.agentToken, serverUrl: server.url });
  call = await adminClient(server);
  machineId = await eventually('the machine checks in', async () => {
    const machines = await call('listMachines', {});
    return machines.kind === 'ok' ? machines.value.rows[0]?.id : undefined;
  });
}, 240_000);

afterAll(async () => {
  await agent?.stop();
  await server?.stop();
  await network?.remove();
  scratch.remove();
}, 60_000);

/** Runs `count` numbered programs at 200 a second and gives their numbers. */
async function load(count: number): Promise<number[]> {
  const first = nextNumber;
  nextNumber += count;
  expect(await run([storm, mark, String(first), String(nextNumber - 1), '200', '/bin/true'])).toBe(`${count}\n`);
  return Array.from({ length: count }, (_, index) => first + index);
}

/** How often each numbered program is stored. */
async function storedCounts(): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  const outcome = await call('listMachineExecs', { machineId, text: mark, limit: 10_000 });
  if (outcome.kind === 'error') throw new Error(JSON.stringify(outcome.error));
  expect(outcome.value.total).toBe(outcome.value.rows.length);
  for (const { commandLine, exePath } of outcome.value.rows) {
    if (!exePath.endsWith('/true')) continue;
    const number = Number(commandLine.split(mark)[1]);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

async function expectStoredOnce(numbers: readonly number[]): Promise<void> {
  await eventually(
    `programs ${numbers[0]} to ${numbers.at(-1)} are stored`,
    async () => {
      const counts = await storedCounts();
      return numbers.every((number) => counts.has(number)) ? true : undefined;
    },
    150_000,
  );
  // Late duplicates would come with the next batches: give them time to show up.
  await Bun.sleep(5_000);
  const counts = await storedCounts();
  expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
}

test('server killed in the middle of a load: all of it arrives, once', async () => {
  const under = load(1_500);
  await Bun.sleep(3_000);
  await server.crashAndRestart(() => Bun.sleep(2_000));
  await expectStoredOnce(await under);
});

test('network cut for a minute in the middle of a load: what was spooled arrives, once', async () => {
  const before = load(1_000);
  await Bun.sleep(2_000);
  await network.cut();
  const during = load(1_000);
  await Bun.sleep(60_000);
  await network.mend();
  await expectStoredOnce([...(await before), ...(await during)]);
});

test('agent killed: what it had sealed arrives once, the hole is told with its time range, and it goes on', async () => {
  const sealed = await load(300);
  // The agent seals a batch at the latest 2 s after its first row.
  await Bun.sleep(5_000);
  const killedAtMs = Date.now();
  await agent.process().kill();
  const unseen = await load(100);
  agent.restart();
  const gap = await eventually(
    'the hole is reported',
    async () => {
      const gaps = await call('listMachineGaps', { machineId });
      return gaps.kind === 'ok' ? gaps.value.rows.find((row) => row.lostWhere === 'agent-down') : undefined;
    },
    150_000,
  );
  expect(Date.parse(gap.startedAt)).toBeLessThanOrEqual(killedAtMs);
  expect(Date.parse(gap.endedAt)).toBeGreaterThanOrEqual(killedAtMs);
  const after = await load(300);
  await expectStoredOnce([...sealed, ...after]);
  const counts = await storedCounts();
  expect(unseen.filter((number) => counts.has(number))).toEqual([]);
});
