import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { BoundedQueue } from './bounded-queue.ts';

test('gives back the newest entries in order and counts the rest as dropped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.option(fc.integer(), { nil: undefined })), (capacity, steps) => {
      const queue = new BoundedQueue<number>(capacity);
      const model: number[] = [];
      let dropped = 0;
      for (const step of steps) {
        if (step === undefined) {
          expect(queue.shift()).toBe(model.shift());
          continue;
        }
        queue.push(step);
        model.push(step);
        if (model.length > capacity) {
          model.shift();
          dropped += 1;
        }
      }
      expect(queue.size).toBe(model.length);
      expect(queue.dropped).toBe(dropped);
    }),
  );
});

test('refuses a capacity that holds nothing', () => {
  expect(() => new BoundedQueue(0)).toThrow('capacity must be a positive integer, got 0');
});
