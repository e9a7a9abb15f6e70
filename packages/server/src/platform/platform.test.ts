import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { containerId, curl, iso, shell, tellStory, web, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

setDefaultTimeout(60_000);
let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  const headers = { authorization: `Bearer ${server.apiKey}` };
  const empty = await server.fetch('/api/v1/overview', { headers });
  expect(await empty.json()).toMatchObject({ machines: { active: 0, inactive: 0 }, hasHistory: false, counts: { applications: 0 } });
  story = await tellStory(server);
});
afterAll(() => server.dispose());

test('overview: counts, what is new, loss', async () => {
  const overview = await story.call('getOverview', {});
  expect(overview).toMatchObject({
    kind: 'ok',
    value: {
      machines: { active: 2, inactive: 0, degraded: 1 },
      lostEvents: 5,
      gaps: 1,
      counts: { applications: 4, processes: 4, execs: 1, connections: 8, containers: 1, dnsNames: 1, externalPeers: 1 },
      newPeers: [{ peer: 'name:new.example.com', application: curl, firstSeenAt: iso(story.nowMs) }],
      hasHistory: true,
    },
  });
  const news = overview.kind === 'ok' ? overview.value.newApplications : [];
  expect(news.map(({ application, machines }) => `${machines} ${application}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
    `1 ${shell}`,
    `1 ${curl}`,
  ]);
});

test('short ranges are counted from events, long ones from hours, and agree', async () => {
  for (const hours of [1, 24, 29]) {
    const overview = await story.call('getOverview', { from: iso(story.nowMs - hours * 3_600_000) });
    expect(overview).toMatchObject({ value: { counts: { execs: 1, connections: 8 } } });
    const points = overview.kind === 'ok' ? overview.value.execsOverTime : [];
    expect(points.reduce((sum, { value }) => sum + value, 0)).toBe(1);
  }
});

test('a past range counts only what was in it, and has no history', async () => {
  const past = { from: iso(story.nowMs - 40 * 3_600_000), to: iso(story.nowMs - 24 * 3_600_000) };
  expect(await story.call('getOverview', past)).toMatchObject({
    value: {
      hasHistory: false,
      newApplications: [],
      newPeers: [],
      counts: { applications: 2, execs: 0, dnsNames: 0, externalPeers: 0, processes: 2 },
    },
  });
});

test.each([
  ['web-', 'machine', web],
  ['10.0.0.5', 'machine', web],
  ['CURL', 'application', curl],
  ['pg', 'container', containerId],
  [containerId.slice(0, 12), 'container', containerId],
  ['10.0.0.9', 'address', 'ip:10.0.0.9'],
  ['new.exam', 'name', 'name:new.example.com'],
  ['ada', 'user', 'ada'],
])('search %j finds the %s', async (text, kind, id) => {
  const found = await story.call('search', { text });
  expect(found.kind === 'ok' && found.value.hits).toContainEqual(expect.objectContaining({ kind, id }));
});

test('search takes any text as text', async () => {
  for (const text of ["'", '\\', '{text:String}', '%_'])
    expect(await story.call('search', { text })).toEqual({ kind: 'ok', value: { hits: [] } });
});

test('the server about itself', async () => {
  const system = await story.call('getSystem', {});
  expect(system).toMatchObject({ value: { warehouse: 'embedded', database: 'sqlite', retentionDays: 92, intakeState: 'open' } });
  const tables = system.kind === 'ok' ? system.value.tables : [];
  expect(tables.find(({ name }) => name === 'exec')).toMatchObject({ rows: 1, oldest: iso(story.nowMs), newest: iso(story.nowMs) });
  expect(server.agentToken.endsWith(system.kind === 'ok' ? system.value.caFingerprint : 'none')).toBe(true);
});
