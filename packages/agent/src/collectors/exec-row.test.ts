import { expect, test } from 'bun:test';
import { createTestWorld, execOf, ref } from '../testing/test-world.ts';

test('each program that one process ran in turn has its user', () => {
  const world = createTestWorld();
  const [first, second] = [execOf(ref(1), { exePath: '/usr/bin/env', uid: 1000 }), execOf(ref(1), { exePath: '/bin/bash', uid: 1000 })];
  world.tell(first, second);
  expect(world.flush()).toMatchObject([
    { exe_path: '/usr/bin/env', user_name: 'alice' },
    { exe_path: '/bin/bash', user_name: 'alice' },
  ]);
});
