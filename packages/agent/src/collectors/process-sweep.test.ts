import { expect, test } from 'bun:test';
import { createTestWorld } from '../testing/test-world.ts';
import { listPids } from '../world/proc-files.ts';

test('what ran before the agent watched is no loss, whenever it is found', () => {
  // The test's agent begins 100 s after boot; pid 1 and the kernel's threads of the real /proc are older.
  const { sweep } = createTestWorld().collectors;
  const all = listPids().length;
  sweep.sweep();
  sweep.sweep();
  expect(sweep.found).toBeLessThan(all);
});
