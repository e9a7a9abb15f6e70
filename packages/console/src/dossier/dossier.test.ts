import { expect, test } from 'bun:test';
import type { GraphEdge, GraphNode } from '@weft/schema';
import type { DrawnEdge, DrawnNode } from '../graph/model/drawn-graph.ts';
import type { EdgeRow } from '../graph/model/edge-row.ts';
import { edgeSentence } from './edge-sentence.ts';
import { machinesOf } from './machines-of.ts';
import { neighboursOf } from './neighbours.ts';
import { nodePlace } from './node-place.ts';
import { nodeSentence } from './node-sentence.ts';

const at = '2026-01-01T00:00:00.000Z';
const seen = { machines: [], machineCount: 0, instances: 1, firstAt: at, lastAt: at, isNew: false, sentBytes: 0, receivedBytes: 0 };

function node(key: string): GraphNode {
  return { ...seen, key, kind: 'application', label: key, users: [] };
}

function row(own: Partial<GraphEdge>, source: string, target: string): EdgeRow {
  const edge: GraphEdge = {
    ...seen,
    kind: 'connection',
    events: 1,
    failed: 0,
    ...own,
    key: JSON.stringify([own, source, target]),
    source,
    target,
  };
  return { edge, source: node(source), target: node(target), machines: [] };
}

function drawn(key: string, bytes: number): DrawnNode {
  return {
    key,
    kind: 'application',
    label: key,
    owner: undefined,
    sentBytes: bytes,
    receivedBytes: 0,
    instances: 1,
    isNew: false,
    members: [node(key)],
  };
}

test('neighbours by direction and kind, the heaviest first', () => {
  const rows = [
    row({ sentBytes: 1 }, 'a', 'b'),
    row({ sentBytes: 9 }, 'a', 'c'),
    row({ kind: 'launch' }, 'init', 'a'),
    row({ sentBytes: 5 }, 'c', 'd'),
  ];
  const found = neighboursOf(rows, new Set(['a']));
  expect(found.connectsTo.map(({ key }) => key)).toEqual(['c', 'b']);
  expect(found.launchedBy.map(({ key }) => key)).toEqual(['init']);
  expect([found.connectedFrom, found.launches, found.asksFor, found.askedBy].flat()).toEqual([]);
});

test('sentences are sentences; a peer on two ports is one peer', () => {
  const rows = [row({ port: 1 }, 'a', 'b'), row({ port: 2 }, 'a', 'b'), row({ kind: 'launch' }, 'a', 'c')];
  expect(nodeSentence(drawn('a', 2048), neighboursOf(rows, new Set(['a'])))).toBe(
    'It connects to 1 peer and launches 1 application, with 2.0 KiB both ways.',
  );
  expect(nodeSentence(drawn('z', 0), neighboursOf(rows, new Set(['z'])))).toContain('without launching or talking');
  const edge: DrawnEdge = { key: 'e', kind: 'launch', source: 'a', target: 'c', events: 1, bytes: 0, isNew: false, members: [] };
  expect(edgeSentence(edge, drawn('a', 0), drawn('c', 0))).toBe('a started c once.');
  expect(edgeSentence({ ...edge, kind: 'dns', events: 1200 }, drawn('a', 0), drawn('c', 0))).toBe('a asked for the name c 1,200 times.');
});

test('links lead to the page of the thing, or to the graph around it', () => {
  expect(nodePlace({ kind: 'application', key: 'app:unit:ssh.service|sshd|root' }).params).toEqual({ key: 'unit:ssh.service|sshd|root' });
  expect(nodePlace({ kind: 'machine', key: 'machine:ab/c' }).path).toBe('/machines/ab%2Fc');
  expect(nodePlace({ kind: 'name', key: 'name:example.com' })).toEqual({
    path: '/graph',
    params: { around: 'name:example.com', row: 'name:example.com' },
  });
});

test('machines of several together: known ids once, and at least as many as one of them has', () => {
  const some = [
    { machines: ['a', 'b'], machineCount: 2 },
    { machines: ['b'], machineCount: 150 },
  ];
  expect(machinesOf(some)).toEqual({ ids: ['a', 'b'], count: 150 });
  expect(machinesOf([])).toEqual({ ids: [], count: 0 });
});
