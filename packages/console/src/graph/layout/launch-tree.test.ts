import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { launchTree } from './launch-tree.ts';

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const launches = fc.array(fc.record({ source: keys, target: keys, events: fc.nat({ max: 100 }) }), { maxLength: 30 });

test('every application has one place, whatever the cycles, and order does not matter', () => {
  fc.assert(
    fc.property(launches, (edges) => {
      const tree = launchTree(edges);
      expect(new Set(tree.positions.keys())).toEqual(new Set(edges.flatMap(({ source, target }) => [source, target])));
      expect(new Set([...tree.positions.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(tree.positions.size);
      for (const [child, parent] of tree.parents)
        expect(tree.positions.get(child)?.x).toBeGreaterThan(tree.positions.get(parent)?.x ?? Infinity);
    }),
  );
});

test('an application hangs under the one that launches it most', () => {
  const tree = launchTree([
    { source: 'init', target: 'sshd', events: 1 },
    { source: 'init', target: 'cron', events: 1 },
    { source: 'sshd', target: 'sh', events: 40 },
    { source: 'cron', target: 'sh', events: 3 },
    { source: 'sh', target: 'sshd', events: 2 },
  ]);
  expect(tree.parents.get('sh')).toBe('sshd');
  expect(tree.positions.get('init')).toMatchObject({ x: 0 });
});

test('a chain of ten thousand launches is laid out', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) => ({ source: `n${at}`, target: `n${at + 1}`, events: 1 }));
  expect(launchTree(chain).depth).toBe(10_001);
});
