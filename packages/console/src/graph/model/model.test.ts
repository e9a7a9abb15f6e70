import { expect, test } from 'bun:test';
import type { GraphEdge, GraphNode } from '@weft/schema';
import fc from 'fast-check';
import { drawGraph, groupKey } from './drawn-graph.ts';
import { edgeWidthPx, nodeRadiusPx } from './drawn-size.ts';
import { findNodes } from './find-nodes.ts';

const at = '2026-01-01T00:00:00.000Z';
const plainNode: Omit<GraphNode, 'key'> = {
  kind: 'application',
  label: 'x',
  machines: [],
  machineCount: 0,
  instances: 1,
  users: [],
  sentBytes: 0,
  receivedBytes: 0,
  firstAt: at,
  lastAt: at,
  isNew: false,
};
const plainEdge: Omit<GraphEdge, 'key' | 'source' | 'target'> = {
  kind: 'connection',
  events: 1,
  failed: 0,
  sentBytes: 1,
  receivedBytes: 2,
  instances: 1,
  machines: [],
  machineCount: 0,
  firstAt: at,
  lastAt: at,
  isNew: false,
};

function aNode(own: Partial<GraphNode> & { key: string }): GraphNode {
  return { ...plainNode, label: own.key, ...own };
}

function anEdge(own: Partial<GraphEdge> & { source: string; target: string }): GraphEdge {
  return { ...plainEdge, key: JSON.stringify(own), ...own };
}

const keys = ['a', 'b', 'c', 'd', 'e'];
const nodes = fc.tuple(
  ...keys.map((key) =>
    fc
      .record({ owner: fc.constantFrom(undefined, 'o1', 'o2'), sentBytes: fc.nat(1e9) })
      .map(({ owner, sentBytes }) => aNode({ key, sentBytes, ...(owner === undefined ? {} : { owner }) })),
  ),
);
const edges = fc.array(
  fc.record({ source: fc.constantFrom(...keys), target: fc.constantFrom(...keys), sentBytes: fc.nat(1e9), port: fc.nat(3) }).map(anEdge),
  { maxLength: 20 },
);
const groupings = fc.record({ isByOwner: fc.boolean(), openOwners: fc.constantFrom(new Set<string>(), new Set(['o1'])) });

test('grouping loses no node and no byte, and draws no edge without its ends', () => {
  fc.assert(
    fc.property(nodes, edges, groupings, (someNodes, someEdges, grouping) => {
      const drawn = drawGraph(someNodes, someEdges, grouping);
      expect(drawn.nodes.flatMap(({ members }) => members).length).toBe(someNodes.length);
      expect(sum(drawn.nodes.map(({ sentBytes }) => sentBytes))).toBe(sum(someNodes.map(({ sentBytes }) => sentBytes)));
      const drawnKeys = new Set(drawn.nodes.map(({ key }) => key));
      for (const edge of drawn.edges) expect(drawnKeys.has(edge.source) && drawnKeys.has(edge.target)).toBe(true);
      if (!grouping.isByOwner)
        expect(sum(drawn.edges.map(({ bytes }) => bytes))).toBe(sum(someEdges.map((edge) => edge.sentBytes + edge.receivedBytes)));
    }),
  );
});

test('a closed group stands for its applications, an open one does not', () => {
  const own = ['a', 'b'].map((key) => aNode({ key, owner: 'image:redis' }));
  const closed = drawGraph(own, [], { isByOwner: true, openOwners: new Set() });
  expect(closed.nodes.map(({ key, label }) => [key, label])).toEqual([[groupKey('image:redis'), 'image:redis (2)']]);
  expect(drawGraph(own, [], { isByOwner: true, openOwners: new Set(['image:redis']) }).nodes).toHaveLength(2);
});

test('ports of one pair are one line', () => {
  const pair = [80, 443].map((port) => anEdge({ source: 'a', target: 'b', port }));
  const both = ['a', 'b'].map((key) => aNode({ key }));
  const [line] = drawGraph(both, pair, { isByOwner: false, openOwners: new Set() }).edges;
  expect([line?.members.length, line?.bytes, line?.events]).toEqual([2, 6, 2]);
});

test('search finds all words anywhere, names that begin with it first', () => {
  const drawn = drawGraph(
    ['old-redis', 'redis-server', 'nginx'].map((label) => aNode({ key: `app:${label}|root`, label })),
    [],
    { isByOwner: false, openOwners: new Set() },
  ).nodes;
  expect(findNodes(drawn, 'REDIS root').map(({ label }) => label)).toEqual(['redis-server', 'old-redis']);
  expect(findNodes(drawn, '  ')).toEqual([]);
});

test('sizes grow and stay within their bounds', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (less, more) => {
      const [small, large] = [less, less + more].map((sentBytes) => ({
        sentBytes,
        receivedBytes: 0,
        instances: sentBytes,
        kind: 'connection' as const,
        bytes: sentBytes,
      }));
      if (small === undefined || large === undefined) return;
      for (const meaning of ['traffic', 'instances'] as const) {
        expect(nodeRadiusPx(large, meaning, 40)).toBeGreaterThanOrEqual(nodeRadiusPx(small, meaning, 40));
        expect(nodeRadiusPx(large, meaning, 40)).toBeLessThanOrEqual(15);
      }
      expect(edgeWidthPx(large, 40)).toBeGreaterThanOrEqual(edgeWidthPx(small, 40));
    }),
  );
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
