import { expect, test } from 'bun:test';
import type { ListenEvent } from '@weft/sensor';
import { createTestWorld, execOf, ref } from '../testing/test-world.ts';

const SECOND_NS = 1_000_000_000;

function listenOf(change: ListenEvent['change'], second: number): ListenEvent {
  const place = { family: 4, address: '0.0.0.0', port: 80, netNs: 1, cgroupId: 1 } as const;
  return { kind: 'listen', change, atNs: second * SECOND_NS, process: ref(1), existedBefore: false, ...place };
}

test('a port that one process listens on with several sockets is closed with the last of them', () => {
  const world = createTestWorld();
  world.tell(execOf(ref(1), { exePath: '/usr/sbin/nginx' }), listenOf('opened', 99), listenOf('opened', 99));
  const closings = (): unknown[] => world.flush().flatMap((row) => (row.table === 'listener' ? [row.closed_at] : []));
  expect(closings()).toEqual([undefined]);
  world.tell(listenOf('closed', 100));
  expect(closings()).toEqual([]);
  world.tell(listenOf('closed', 101));
  expect(closings()).toEqual(['2026-01-01T00:01:41.000Z']);
});
