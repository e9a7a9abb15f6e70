import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { panned, still, unmoved, zoomed, type Motion } from './motion.ts';

const px = fc.double({ min: -2_000, max: 2_000, noNaN: true });
const points = fc.record({ x: px, y: px });
const factors = fc.double({ min: 0.5, max: 2, noNaN: true });
const motions: fc.Arbitrary<Motion> = fc.record({ x: px, y: px, scale: fc.double({ min: 0.1, max: 10, noNaN: true }) });

test('zooming keeps what is under the pointer, within the bounds', () => {
  fc.assert(
    fc.property(motions, points, factors, (motion, at, factor) => {
      const after = zoomed(motion, at, factor, 0.1, 10);
      expect(after.scale).toBeGreaterThanOrEqual(0.1);
      expect(after.scale).toBeLessThanOrEqual(10);
      const [before, now] = [unmoved(motion, at), unmoved(after, at)];
      expect(now.x).toBeCloseTo(before.x, 3);
      expect(now.y).toBeCloseTo(before.y, 3);
    }),
  );
});

test('panning there and back is standing still', () => {
  fc.assert(fc.property(points, ({ x, y }) => expect(panned(panned(still, x, y), -x, -y)).toEqual(still)));
  expect(unmoved(panned(still, 30, 10), { x: 30, y: 10 })).toEqual({ x: 0, y: 0 });
});
