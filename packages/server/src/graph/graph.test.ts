import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import type { EndpointAnswer, EndpointInput, endpoints } from '@weft/schema';
import { containerId, curl, db, iso, nginx, postgres, shell, tellStory, web, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

setDefaultTimeout(60_000);
let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  story = await tellStory(server);
});
afterAll(() => server.dispose());

async function graph(input: EndpointInput<(typeof endpoints)['getGraph']> = {}): Promise<EndpointAnswer<(typeof endpoints)['getGraph']>> {
  const outcome = await story.call('getGraph', input);
  if (outcome.kind === 'error') throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const lastDays = () => ({ from: iso(story.nowMs - 48 * 3_600_000) });

test('an address of a watched machine is the application that listens there; both reports are one edge', async () => {
  const { edges } = await graph();
  const asked = edges.filter(({ port }) => port === 5432);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    kind: 'connection',
    source: `app:${nginx}`,
    target: `app:${postgres}`,
    sentBytes: 2000,
    receivedBytes: 10_000,
    events: 4,
    failed: 1,
    isNew: false,
  });
});

test('new is what the history does not have', async () => {
  const { nodes, edges } = await graph();
  const news = nodes.filter(({ isNew }) => isNew).map(({ key }) => key);
  expect(news.toSorted((a, b) => a.localeCompare(b))).toEqual([`app:${shell}`, `app:${curl}`, 'name:new.example.com']);
  expect(
    edges
      .filter(({ isNew }) => isNew)
      .map(({ kind, target }) => `${kind} ${target}`)
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['connection name:new.example.com', 'dns name:new.example.com', `launch app:${curl}`]);
});

test('without any history nothing is called new', async () => {
  const { nodes, edges } = await graph(lastDays());
  expect([...nodes, ...edges].filter(({ isNew }) => isNew)).toEqual([]);
  expect(nodes.length).toBeGreaterThan(3);
});

test('filters: kind, machine, neighbourhood, cap', async () => {
  expect((await graph({ kinds: 'launch' })).edges.map(({ kind }) => kind)).toEqual(['launch']);
  const ofDb = await graph({ machine: db });
  expect(ofDb.nodes.map(({ key }) => key)).not.toContain(`app:${curl}`);
  expect(ofDb.edges.map(({ port }) => port)).toEqual([5432]);
  const around = await graph({ around: `app:${curl}` });
  expect(around.nodes.map(({ key }) => key)).not.toContain(`app:${postgres}`);
  expect(await graph({ maxNodes: 1 })).toMatchObject({ shownNodes: 1, totalNodes: 5, nodes: [{}] });
});

test('whole hours are told, and hours that have edges', async () => {
  const whole = await graph();
  expect([whole.from, whole.to].every((at) => at.endsWith(':00:00.000Z'))).toBe(true);
  const hours = await story.call('listGraphHours', lastDays());
  const rows = hours.kind === 'ok' ? hours.value.rows : [];
  expect(rows.map(({ edges, newEdges }) => [edges, newEdges])).toEqual([
    [1, 0],
    [4, 3],
  ]);
});

test('applications: where, who, whom they talk to, bytes of both directions', async () => {
  const list = await story.call('listApplications', {});
  expect(list).toMatchObject({ value: { total: 4 } });
  const rows = list.kind === 'ok' ? list.value.rows : [];
  expect(rows.find(({ application }) => application === nginx)).toMatchObject({
    owner: 'unit:nginx.service',
    executable: 'nginx',
    userClass: 'service',
    machines: [web],
    machineCount: 1,
    instances: 1,
    users: ['ada'],
    talksTo: 1,
    sentBytes: 2000,
    receivedBytes: 10_000,
    firstSeenAt: iso(story.nowMs - 30 * 3_600_000),
    lastSeenAt: iso(story.nowMs + 100),
  });
  expect(rows.find(({ application }) => application === postgres)).toMatchObject({
    machines: [db],
    sentBytes: 5000,
    receivedBytes: 1000,
    talksTo: 0,
  });
  expect(await story.call('listApplications', { text: 'POSTGRES' })).toMatchObject({ value: { total: 1 } });
  expect(await story.call('listApplications', { machine: db })).toMatchObject({ value: { total: 1, rows: [{ application: postgres }] } });
});

test('one application, with its containers and newest execs', async () => {
  expect(await story.call('getApplication', { application: postgres })).toMatchObject({
    value: { containers: [{ containerId }], recentExecs: [] },
  });
  expect(await story.call('getApplication', { application: curl })).toMatchObject({
    value: { recentExecs: [{ machineId: web, pid: 21 }], containers: [] },
  });
  expect(await story.call('getApplication', { application: 'no|such|thing' })).toMatchObject({ error: { kind: 'refused', status: 404 } });
});
