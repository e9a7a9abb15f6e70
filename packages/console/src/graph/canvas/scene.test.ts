import { expect, test } from 'bun:test';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../model/drawn-graph.ts';
import { composeScene } from './compose-scene.ts';
import { palettes } from './palette.ts';
import { spotlight } from './scene.ts';

function node(key: string): DrawnNode {
  return {
    key,
    kind: 'application',
    label: key,
    owner: undefined,
    sentBytes: 0,
    receivedBytes: 0,
    instances: 1,
    isNew: false,
    members: [],
  };
}

function edge(source: string, target: string): DrawnEdge {
  return { key: `${source}>${target}`, kind: 'connection', source, target, events: 1, bytes: 1, isNew: false, members: [] };
}

const drawn: DrawnGraph = { nodes: ['a', 'b', 'c', 'd'].map(node), edges: [edge('a', 'b'), edge('b', 'c'), edge('d', 'd')] };
const nothing: ReadonlySet<string> = new Set();
const lit = (selected: string | undefined, found: ReadonlySet<string> = nothing): string[] => {
  const light = spotlight(drawn, { selected, found });
  return [...drawn.nodes, ...drawn.edges]
    .filter((one) => ('source' in one ? light.isEdgeLit(one) : light.isLit(one.key)))
    .map(({ key }) => key);
};

test('a chosen node lights its neighbours, a chosen edge its ends, a search what it found', () => {
  expect(lit('b')).toEqual(['a', 'b', 'c', 'a>b', 'b>c']);
  expect(lit('b>c')).toEqual(['b', 'c', 'b>c']);
  expect(lit(undefined, new Set(['d']))).toEqual(['d']);
});

test('with nothing chosen, or something that is not there, everything is lit', () => {
  expect(lit(undefined)).toHaveLength(7);
  expect(lit('gone')).toHaveLength(7);
});

test('a scene holds only what has a place, and no edge without its ends', () => {
  const positions = new Map(['a', 'b', 'd'].map((key) => [key, { x: 0, y: 0 }]));
  const emphasis = { selected: undefined, found: nothing };
  const scene = composeScene({ drawn, positions, size: 'traffic', emphasis, palette: palettes.light, room: 1, tree: undefined });
  expect(scene.nodes.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
  expect(scene.edges.map(({ key }) => key)).toEqual(['a>b']);
});
