import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { createForceLayout } from './force-layout.ts';
import { roundsToSettle } from './force-settings.ts';
import { createKeptPositions } from './kept-positions.ts';
import { layoutInput } from './layout-input.ts';
import { seededPosition } from './seeded-position.ts';
import { startingPositions } from './starting-positions.ts';

const nodeKeys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 40 });
const graphs = nodeKeys.chain((keys) =>
  fc.record({
    nodes: fc.constant(keys.map((key) => ({ key }))),
    edges: fc.array(fc.record({ source: fc.constantFrom(...keys), target: fc.constantFrom(...keys), events: fc.nat({ max: 1e6 }) }), {
      maxLength: 80,
    }),
  }),
);

test('the same graph gives the same picture, with numbers in it', () => {
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const input = layoutInput(
        nodes,
        edges,
        startingPositions(nodes, edges, () => undefined),
      );
      const once = createForceLayout(input).step(20);
      expect(once).toEqual(createForceLayout(input).step(20));
      expect(once.every((value) => Number.isFinite(value))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('neighbours end closer than strangers', () => {
  const nodes = Array.from({ length: 20 }, (_, at) => ({ key: `n${at}` }));
  // two rings of ten that do not touch
  const edges = nodes.map((_, at) => ({ source: `n${at}`, target: `n${at < 10 ? (at + 1) % 10 : 10 + ((at + 1) % 10)}`, events: 5 }));
  const positions = createForceLayout(
    layoutInput(
      nodes,
      edges,
      startingPositions(nodes, edges, () => undefined),
    ),
  ).step(roundsToSettle(20));
  const distance = (left: number, right: number): number =>
    Math.hypot((positions[left * 2] ?? 0) - (positions[right * 2] ?? 0), (positions[left * 2 + 1] ?? 0) - (positions[right * 2 + 1] ?? 0));
  const inRing = mean(Array.from({ length: 9 }, (_, at) => distance(at, at + 1)));
  const across = mean(Array.from({ length: 10 }, (_, at) => distance(at, at + 10)));
  expect(inRing).toBeLessThan(across);
});

test('spreading leaves no two nodes on one spot', () => {
  // forty pairs that nothing holds together
  const nodes = Array.from({ length: 80 }, (_, at) => ({ key: `n${at}` }));
  const edges = Array.from({ length: 40 }, (_, at) => ({ source: `n${at * 2}`, target: `n${at * 2 + 1}`, events: 1 }));
  const nearest = (isSpread: boolean): number => {
    const layout = createForceLayout(
      layoutInput(
        nodes,
        edges,
        startingPositions(nodes, edges, () => undefined),
      ),
    );
    layout.step(300);
    if (isSpread) layout.spread();
    return closest(layout.step(100));
  };
  expect(nearest(true)).toBeGreaterThan(nearest(false));
});

test('with few new nodes the old ones stay and the new start beside a neighbour', () => {
  const nodes = Array.from({ length: 10 }, (_, at) => ({ key: `n${at}` }));
  const kept = (key: string): { x: number; y: number } | undefined => (key === 'n9' ? undefined : { x: 1_000, y: 1_000 });
  const edges = [{ source: 'n9', target: 'n0', events: 1 }];
  const start = startingPositions(nodes, edges, kept);
  expect(start.fixed).toEqual(new Set(nodes.slice(0, 9).map(({ key }) => key)));
  const placed = start.positions.get('n9');
  expect(Math.hypot((placed?.x ?? 0) - 1_000, (placed?.y ?? 0) - 1_000)).toBeLessThan(12);
  const after = createForceLayout(layoutInput(nodes, edges, start)).step(50);
  expect(after.slice(0, 18)).toEqual(new Float32Array(18).fill(1_000));
});

test('with much new nothing is held still', () => {
  const nodes = Array.from({ length: 10 }, (_, at) => ({ key: `n${at}` }));
  expect(startingPositions(nodes, [], (key) => (key < 'n5' ? { x: 1, y: 1 } : undefined)).fixed.size).toBe(0);
  expect(startingPositions([], [], () => undefined).positions.size).toBe(0);
});

test('a seed stays in its disc and tells keys apart', () => {
  fc.assert(fc.property(fc.string(), (key) => Math.hypot(seededPosition(key, 10).x, seededPosition(key, 10).y) <= 10));
  const places = new Set(Array.from({ length: 1_000 }, (_, at) => JSON.stringify(seededPosition(`ip:10.0.0.${at}`, 1))));
  expect(places.size).toBeGreaterThan(990);
});

test('kept positions are capped, the oldest forgotten first', () => {
  const kept = createKeptPositions(2);
  for (const key of ['a', 'b', 'a', 'c']) kept.set(key, { x: 1, y: 2 });
  expect([kept.size(), kept.get('b'), kept.get('a')]).toEqual([2, undefined, { x: 1, y: 2 }]);
});

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Least distance between two nodes, as a part of the picture's width. */
function closest(positions: Float32Array): number {
  const points = Array.from({ length: positions.length / 2 }, (_, at) => ({ x: positions[at * 2] ?? 0, y: positions[at * 2 + 1] ?? 0 }));
  const width = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x));
  const distances = points.flatMap((one, at) => points.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
  return Math.min(...distances) / width;
}
