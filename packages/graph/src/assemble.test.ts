import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { assembleGraph } from './assemble.ts';
import type { EdgeRow, GraphRows, NodeRow } from './graph-rows.ts';
import { edgeRowKey } from './observation.ts';

const web = 'image:web|/app/web|service';
const database = 'unit:postgresql.service|postgres|service';

function edge(given: Partial<EdgeRow> & Pick<EdgeRow, 'type' | 'source' | 'target'>): EdgeRow {
  return {
    port: 0,
    machineId: 'm1',
    events: 1,
    failed: 0,
    sentBytes: 0,
    receivedBytes: 0,
    instances: 1,
    firstAt: '2026-01-31T10:00:00.000Z',
    lastAt: '2026-01-31T10:59:59.000Z',
    ...given,
  };
}

const rows: GraphRows = {
  edges: [
    edge({ type: 'connect', source: `app:${web}`, target: 'ip:10.0.0.2', port: 5432, events: 3, sentBytes: 100, receivedBytes: 900 }),
    edge({
      type: 'accept',
      machineId: 'm2',
      source: 'ip:10.0.0.1',
      target: `app:${database}`,
      port: 5432,
      events: 3,
      sentBytes: 100,
      receivedBytes: 880,
    }),
    edge({ type: 'accept', machineId: 'm2', source: 'net:203.0.113.0/24', target: `app:${database}`, port: 5432, sentBytes: 7 }),
    edge({ type: 'launch', source: 'app:unit:cron.service|cron|root', target: `app:${web}` }),
    edge({ type: 'dns', source: `app:${web}`, target: 'name:a.b.example.com' }),
    edge({ type: 'connect', source: 'app:machine', target: 'ip:127.0.0.1', port: 631, failed: 1 }),
  ],
  nodes: [
    {
      application: web,
      machineId: 'm1',
      instances: 2,
      users: ['www'],
      firstAt: '2026-01-31T09:00:00.000Z',
      lastAt: '2026-01-31T11:00:00.000Z',
    },
    {
      application: 'role:machine|idle|root',
      machineId: 'm1',
      instances: 1,
      users: ['root'],
      firstAt: '2026-01-31T09:00:00.000Z',
      lastAt: '2026-01-31T11:00:00.000Z',
    },
  ],
  machines: [
    { id: 'm1', hostname: 'web-host', addresses: ['10.0.0.1', '172.17.0.1'] },
    { id: 'm2', hostname: 'db-host', addresses: ['10.0.0.2', '172.17.0.1'] },
  ],
  listeners: [
    { machineId: 'm2', address: '0.0.0.0', port: 5432, application: database },
    { machineId: 'm2', address: '127.0.0.1', port: 5432, application: 'role:machine|pgbouncer|service' },
  ],
};

test('two reports of one connection are one edge between two applications, with the bytes of the connecting side', () => {
  const { edges } = assembleGraph(rows);
  expect(edges.filter((each) => each.target === `app:${database}`)).toEqual([
    expect.objectContaining({
      key: `connection:app:${web}>app:${database}:5432`,
      source: `app:${web}`,
      events: 3,
      sentBytes: 100,
      receivedBytes: 900,
      machines: ['m1', 'm2'],
      machineCount: 2,
    }),
    expect.objectContaining({ source: 'net:203.0.113.0/24', sentBytes: 7, machines: ['m2'] }),
  ]);
});

test('an accept whose connecting side was not reported comes from the machine', () => {
  const graph = assembleGraph({ ...rows, edges: rows.edges.slice(1, 2) });
  expect(graph.edges).toEqual([expect.objectContaining({ source: 'machine:m1', target: `app:${database}`, receivedBytes: 880 })]);
  expect(graph.nodes.find((node) => node.key === 'machine:m1')).toMatchObject({
    kind: 'machine',
    label: 'web-host',
    sentBytes: 100,
    receivedBytes: 880,
  });
});

test('a node says what it is', () => {
  const { nodes } = assembleGraph(rows);
  expect(nodes.map(({ key, kind, label }) => [key, kind, label])).toEqual([
    [`app:${web}`, 'application', 'web'],
    ['app:role:machine|idle|root', 'application', 'idle'],
    ['app:unit:cron.service|cron|root', 'application', 'cron'],
    [`app:${database}`, 'application', 'postgres'],
    ['machine:m1', 'machine', 'web-host'],
    ['name:b.example.com', 'name', 'b.example.com'],
    ['net:203.0.113.0/24', 'network', '203.0.113.0/24'],
  ]);
  expect(nodes[0]).toMatchObject({ owner: 'image:web', executable: '/app/web', userClass: 'service', instances: 2, users: ['www'] });
});

test('an address that several machines have is the reporting machine’s own, or nobody’s', () => {
  const own = edge({ type: 'connect', machineId: 'm2', source: `app:${web}`, target: 'ip:172.17.0.1', port: 5432 });
  const targetOf = (row: EdgeRow) => assembleGraph({ ...rows, edges: [row] }).edges[0]?.target;
  expect(targetOf(own)).toBe(`app:${database}`);
  expect(targetOf({ ...own, machineId: 'm3' })).toBe('ip:172.17.0.1');
});

test('loopback is the same machine, and the exact bind address goes before every interface', () => {
  const row = edge({ type: 'connect', machineId: 'm2', source: `app:${web}`, target: 'ip:127.0.0.1', port: 5432 });
  expect(assembleGraph({ ...rows, edges: [row] }).edges[0]?.target).toBe('app:role:machine|pgbouncer|service');
});

test('filters', () => {
  const keys = (filter: Parameters<typeof assembleGraph>[1]) =>
    assembleGraph(rows, filter).edges.map((each) => `${each.kind} ${each.source}`);
  expect(keys({ machine: 'm2' })).toEqual([`connection app:${web}`, 'connection net:203.0.113.0/24']);
  expect(keys({ kinds: new Set(['launch', 'dns']) })).toEqual([`dns app:${web}`, 'launch app:unit:cron.service|cron|root']);
  expect(keys({ owner: 'unit:cron.service' })).toEqual(['launch app:unit:cron.service|cron|root']);
  expect(keys({ text: 'EXAMPLE.com' })).toEqual([`dns app:${web}`]);
  expect(keys({ text: 'www' })).toHaveLength(3);
  expect(keys({ around: 'net:203.0.113.0/24' })).toEqual(['connection net:203.0.113.0/24']);
  expect(assembleGraph(rows, { text: 'nothing has this' })).toEqual({
    nodes: [],
    edges: [],
    shownNodes: 0,
    totalNodes: 0,
    shownEdges: 0,
    totalEdges: 0,
  });
});

test('the cap keeps the heaviest nodes and the one asked for, and says how many there are', () => {
  const { nodes, ...counts } = assembleGraph(rows, { maxNodes: 2 });
  expect(nodes.map((node) => node.key)).toEqual([`app:${web}`, `app:${database}`]);
  expect(counts).toMatchObject({ shownNodes: 2, totalNodes: 7, shownEdges: 1, totalEdges: 5 });
  const around = assembleGraph(rows, { maxNodes: 1, around: 'name:b.example.com' });
  expect(around.nodes.map((node) => node.key)).toEqual(['name:b.example.com']);
});

test('new is what was not there before; without history nothing is', () => {
  expect(assembleGraph(rows).nodes.some((node) => node.isNew)).toBe(false);
  const dns = edge({ type: 'dns', source: `app:${web}`, target: 'name:z.b.example.com' });
  const known = { nodes: new Set([`app:${web}`, dns.target]), edges: new Set([edgeRowKey(dns)]) };
  const graph = assembleGraph({ ...rows, known });
  expect(graph.nodes.filter((node) => !node.isNew).map((node) => node.key)).toEqual([`app:${web}`, 'machine:m1', 'name:b.example.com']);
  expect(graph.edges.filter((each) => !each.isNew).map((each) => each.kind)).toEqual(['dns']);
});

const machineIds = ['m1', 'm2', 'm3'] as const;
const application = fc.constantFrom(web, database, 'role:machine|a|root', 'role:machine|b>c|human', 'machine');
const instant = fc.integer({ min: 0, max: 3_600_000 }).map((ms) => new Date(Date.UTC(2026, 0, 31) + ms).toISOString());
const address = fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.9', '127.0.0.1', '172.17.0.1');
const other = fc.oneof(
  application.map((key) => `app:${key}`),
  address.map((text) => `ip:${text}`),
  fc.constantFrom('name:x.example.com', 'net:203.0.113.0/24'),
);
const numbers = {
  port: fc.constantFrom(80, 5432),
  machineId: fc.constantFrom(...machineIds),
  events: fc.nat(1000),
  failed: fc.nat(10),
  sentBytes: fc.nat(1_000_000),
  receivedBytes: fc.nat(1_000_000),
  instances: fc.nat(10),
  firstAt: instant,
  lastAt: instant,
};
const own = application.map((key) => `app:${key}`);
const edgeRow: fc.Arbitrary<EdgeRow> = fc.oneof(
  fc.record({ ...numbers, type: fc.constant('connect' as const), source: own, target: other }),
  fc.record({ ...numbers, type: fc.constant('accept' as const), source: other, target: own }),
  fc.record({ ...numbers, type: fc.constant('launch' as const), port: fc.constant(0), source: own, target: own }),
  fc.record({
    ...numbers,
    type: fc.constant('dns' as const),
    port: fc.constant(0),
    source: own,
    target: fc.constant('name:y.x.example.com'),
  }),
);
const nodeRow: fc.Arbitrary<NodeRow> = fc.record({
  application,
  machineId: numbers.machineId,
  instances: fc.nat(5),
  users: fc.array(fc.constantFrom('root', 'www', 'db')),
  firstAt: instant,
  lastAt: instant,
});
const graphRows: fc.Arbitrary<GraphRows> = fc.record({
  edges: fc.array(edgeRow, { maxLength: 30 }),
  nodes: fc.array(nodeRow, { maxLength: 8 }),
  machines: fc.constantFrom([], rows.machines),
  listeners: fc.array(
    fc.record({ machineId: numbers.machineId, address: fc.oneof(address, fc.constant('::')), port: numbers.port, application }),
    { maxLength: 6 },
  ),
});
const filter = fc.record(
  {
    machine: numbers.machineId,
    maxNodes: fc.integer({ min: 1, max: 6 }),
    text: fc.constantFrom('root', 'db', 'x'),
    around: own,
    owner: fc.constantFrom('image:web', 'role:machine'),
  },
  { requiredKeys: [] },
);

test('the order of rows is irrelevant', () => {
  fc.assert(
    fc.property(graphRows, filter, fc.infiniteStream(fc.double({ noNaN: true })), (given, asked, random) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((value) => ({ value, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const shuffled = {
        ...given,
        edges: shuffle(given.edges),
        nodes: shuffle(given.nodes),
        machines: shuffle(given.machines),
        listeners: shuffle(given.listeners),
      };
      expect(assembleGraph(shuffled, asked)).toEqual(assembleGraph(given, asked));
    }),
  );
});

test('no edge without its nodes, no key twice, and the counts are true', () => {
  fc.assert(
    fc.property(graphRows, filter, (given, asked) => {
      const graph = assembleGraph(given, asked);
      const keys = new Set(graph.nodes.map((node) => node.key));
      expect(keys.size).toBe(graph.nodes.length);
      expect(new Set(graph.edges.map((each) => each.key)).size).toBe(graph.edges.length);
      for (const each of graph.edges) expect(keys.has(each.source) && keys.has(each.target)).toBe(true);
      expect([graph.shownNodes, graph.shownEdges]).toEqual([graph.nodes.length, graph.edges.length]);
      expect(graph.totalNodes).toBeGreaterThanOrEqual(graph.shownNodes);
      expect(graph.nodes.length).toBeLessThanOrEqual(asked.maxNodes ?? 2000);
    }),
  );
});

function bytesOf(list: readonly { readonly sentBytes: number; readonly receivedBytes: number }[]): number {
  return list.reduce((total, each) => total + each.sentBytes + each.receivedBytes, 0);
}

test('bytes are conserved: all that the connecting sides report, and of the accepting sides what those did not cover', () => {
  fc.assert(
    fc.property(graphRows, (given) => {
      const accepts = given.edges.filter((row) => row.type === 'accept');
      const rest = given.edges.filter((row) => row.type !== 'accept');
      const { edges, nodes } = assembleGraph(given);
      expect(bytesOf(edges)).toBeGreaterThanOrEqual(bytesOf(rest));
      expect(bytesOf(edges)).toBeLessThanOrEqual(bytesOf(given.edges));
      expect(bytesOf(assembleGraph({ ...given, edges: rest }).edges)).toBe(bytesOf(rest));
      expect(bytesOf(assembleGraph({ ...given, edges: accepts }).edges)).toBe(bytesOf(accepts));
      expect(bytesOf(nodes)).toBe(2 * bytesOf(edges));
    }),
  );
});

test('what both sides of one machine report counts once', () => {
  const pair = fc.record({ ...numbers, source: own, target: own });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 10 }), (pairs) => {
      const edges = pairs.flatMap((each) => [
        { ...each, type: 'connect' as const },
        { ...each, type: 'accept' as const },
      ]);
      const graph = assembleGraph({ edges, nodes: [], machines: [], listeners: [] });
      expect(bytesOf(graph.edges)).toBe(bytesOf(pairs));
    }),
  );
});

test('an edge keeps its key in another hour and on another machine', () => {
  const plain = fc.record({
    ...numbers,
    type: fc.constant('connect' as const),
    source: fc.constant(`app:${web}`),
    target: fc.constant('net:203.0.113.0/24'),
    port: fc.constant(443),
  });
  fc.assert(
    fc.property(plain, (row) => {
      const graph = assembleGraph({ edges: [row], nodes: [], machines: rows.machines, listeners: [] });
      expect(graph.edges.map((each) => each.key)).toEqual([`connection:app:${web}>net:203.0.113.0/24:443`]);
    }),
  );
});

test('sums stop at the largest whole number of the contract', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const edges = ['m1', 'm2'].map((machineId) =>
    edge({ type: 'connect', machineId, source: `app:${web}`, target: 'name:a.example.com', port: 443, sentBytes: most }),
  );
  const graph = assembleGraph({ edges, nodes: [], machines: [], listeners: [] });
  expect(graph.edges.map(({ sentBytes }) => sentBytes)).toEqual([most]);
  expect(graph.nodes.map(({ sentBytes, receivedBytes }) => Math.max(sentBytes, receivedBytes))).toEqual([most, most]);
});
