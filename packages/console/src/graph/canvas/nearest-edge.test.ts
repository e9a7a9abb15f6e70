import { expect, test } from 'bun:test';
import { nearestEdge, type Segment } from './nearest-edge.ts';

const cross: readonly Segment[] = [
  { key: 'flat', from: { x: 0, y: 0 }, to: { x: 10, y: 0 } },
  { key: 'steep', from: { x: 0, y: 0 }, to: { x: 0, y: 10 } },
  { key: 'dot', from: { x: 20, y: 20 }, to: { x: 20, y: 20 } },
];

test('the nearest segment within reach, ends included', () => {
  expect(nearestEdge(cross, { x: 5, y: 1 }, 2)).toBe('flat');
  expect(nearestEdge(cross, { x: 1, y: 6 }, 2)).toBe('steep');
  expect(nearestEdge(cross, { x: 21, y: 20 }, 2)).toBe('dot');
  expect(nearestEdge(cross, { x: 11, y: 0 }, 2)).toBe('flat');
  expect(nearestEdge(cross, { x: 5, y: 5 }, 2)).toBeUndefined();
  expect(nearestEdge([], { x: 0, y: 0 }, 2)).toBeUndefined();
});
