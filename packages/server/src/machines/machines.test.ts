import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { containerId, curl, db, iso, nginx, postgres, shell, tellStory, web, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { stepSeconds } from './list-metrics.ts';

setDefaultTimeout(60_000);
let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  story = await tellStory(server);
});
afterAll(() => server.dispose());

test('machines: state of the agent, facts, loss in the range', async () => {
  const list = await story.call('listMachines', {});
  expect(list).toMatchObject({
    kind: 'ok',
    value: {
      total: 2,
      rows: [
        { id: db, hostname: 'db-1', agentStatus: 'ACTIVE', lostEvents: 0, addresses: ['10.0.0.9', '2001:db8::9'], tiers: { dns: 'none' } },
        { id: web, hostname: 'web-1', agentVersion: '0.1.0', lostEvents: 5, tags: { Env: 'test' }, cpuCount: 4 },
      ],
    },
  });
  expect(list.kind === 'ok' && 'cpuModel' in (list.value.rows[0] ?? {})).toBe(false);
  expect(await story.call('getMachine', { machineId: web })).toMatchObject({ value: { id: web, lostEvents: 5 } });
  const yesterday = { from: iso(story.nowMs - 40 * 3_600_000), to: iso(story.nowMs - 24 * 3_600_000) };
  expect(await story.call('getMachine', { machineId: web, ...yesterday })).toMatchObject({ value: { lostEvents: 0 } });
  expect(await story.call('getMachine', { machineId: 'none' })).toMatchObject({ error: { kind: 'refused', status: 404 } });
});

test('processes: one row each, the newest state, found by text', async () => {
  const all = await story.call('listMachineProcesses', { machineId: web, from: iso(story.nowMs - 48 * 3_600_000) });
  expect(all).toMatchObject({ value: { total: 3 } });
  const found = await story.call('listMachineProcesses', { machineId: web, text: 'NEW.example' });
  expect(found).toMatchObject({
    value: { total: 1, rows: [{ pid: 21, exitCode: 0, exePath: '/usr/bin/curl', application: curl, userName: 'ada' }] },
  });
});

test('a list that its limit cuts says how many there are', async () => {
  expect(await story.call('listMachineProcesses', { machineId: web, limit: 1 })).toMatchObject({
    value: { total: 3, rows: [{ seenAt: iso(story.nowMs) }] },
  });
  expect(await story.call('listMachineConnections', { machineId: web, limit: 1 })).toMatchObject({ value: { total: 2 } });
});

test('execs tell their parent', async () => {
  expect(await story.call('listMachineExecs', { machineId: web })).toMatchObject({
    value: {
      total: 1,
      rows: [{ pid: 21, executedAt: iso(story.nowMs), parentApplication: shell, parentExePath: '/usr/bin/bash', application: curl }],
    },
  });
});

test('connections are summed over the range', async () => {
  const sums = { application: nginx, peer: 'ip:10.0.0.9', port: 5432, direction: 'outbound' };
  expect(await story.call('listMachineConnections', { machineId: web, text: 'nginx' })).toMatchObject({
    value: {
      total: 1,
      rows: [
        {
          ...sums,
          opened: 4,
          failed: 1,
          sentBytes: 2000,
          receivedBytes: 10_000,
          firstAt: iso(story.nowMs),
          lastAt: iso(story.nowMs + 100),
        },
      ],
    },
  });
  const both = await story.call('listMachineConnections', { machineId: web, text: 'nginx', from: iso(story.nowMs - 48 * 3_600_000) });
  expect(both).toMatchObject({ value: { rows: [{ opened: 8, sentBytes: 4000 }] } });
});

test('listeners, names, containers, metrics, gaps', async () => {
  expect(await story.call('listMachineListeners', { machineId: db })).toMatchObject({
    value: { total: 1, rows: [{ port: 5432, application: postgres }] },
  });
  expect(await story.call('listMachineDns', { machineId: web })).toMatchObject({
    value: { total: 1, rows: [{ name: 'new.example.com', answerAddress: '203.0.113.7', ttl: 60, application: curl }] },
  });
  expect(await story.call('listMachineContainers', { machineId: db })).toMatchObject({
    value: { total: 1, rows: [{ containerId, imageRepository: 'team/postgres', imageTag: '16', seenAt: iso(story.nowMs) }] },
  });
  // An hour is told in steps of one minute; in those of the default range the two may fall into one.
  expect(await story.call('listMachineMetrics', { machineId: web, from: iso(story.nowMs - 3_600_000) })).toMatchObject({
    value: { total: 2, rows: [{ lost: 0 }, { lost: 5, residentBytes: 50_000_000 }] },
  });
  expect(await story.call('listMachineGaps', { machineId: web })).toMatchObject({
    value: { total: 1, rows: [{ lost: 5, lostWhere: 'ring' }] },
  });
});

test('a text is a text, whatever it holds', async () => {
  for (const text of ["' OR 1=1 --", '{text:String}', '%', '\\', '\u0000', '😀']) {
    const found = await story.call('listMachineProcesses', { machineId: web, text });
    expect(found).toMatchObject({ kind: 'ok', value: { total: 0 } });
  }
  expect(await story.call('listMachineProcesses', { machineId: "x' OR 1=1 --" })).toMatchObject({ kind: 'ok', value: { total: 0 } });
});

test.each([
  [1, 60],
  [16, 60],
  [17, 120],
  [24 * 92, 7980],
])('metrics over %d hours are told in steps of %d s', (hours, seconds) => {
  expect(stepSeconds({ from: new Date(0), to: new Date(hours * 3_600_000) })).toBe(seconds);
});
