import { expect, test } from 'bun:test';
import type { ConnectionEvent } from '@weft/sensor';
import type { WireLine } from '@weft/schema';
import fc from 'fast-check';
import { connectionOf, createTestWorld, execOf, ref, type TestWorld } from '../testing/test-world.ts';

const SECOND_NS = 1_000_000_000;
type Row = Extract<WireLine, { table: 'connection' }>;

/** A world with two programs, in the middle of minute 00:01. */
function start(): TestWorld {
  const world = createTestWorld();
  world.tell(execOf(ref(1), { exePath: '/usr/bin/curl' }), execOf(ref(2), { exePath: '/usr/sbin/nginx' }));
  return world;
}

function connections(rows: readonly WireLine[]): Row[] {
  return rows.filter((row) => row.table === 'connection');
}

function endMinute(world: TestWorld, second = 121): Row[] {
  world.setSecond(second);
  return connections(world.flush());
}

test('one row for an application, peer, port and direction', () => {
  const world = start();
  for (const [id, port, sentBytes] of [
    ['a', 1, 10],
    ['b', 2, 20],
    ['c', 3, 30],
  ] as const) {
    const given = { process: ref(1), local: { address: '10.0.0.1', port } };
    world.tell(
      connectionOf(id, given),
      connectionOf(id, { ...given, change: 'closed', atNs: 101 * SECOND_NS, sentBytes, receivedBytes: 1 }),
    );
  }
  world.tell(connectionOf('d', { process: ref(1), remote: { address: '10.0.0.2', port: 80 }, change: 'failed' }));
  const rows = endMinute(world).toSorted((a, b) => a.port - b.port);
  expect(
    rows.map(({ port, opened, failed, open, sent_bytes, received_bytes }) => ({ port, opened, failed, open, sent_bytes, received_bytes })),
  ).toEqual([
    { port: 80, opened: 0, failed: 1, open: 0, sent_bytes: 0, received_bytes: 0 },
    { port: 443, opened: 3, failed: 0, open: 0, sent_bytes: 60, received_bytes: 3 },
  ]);
  expect(
    rows.every(
      ({ minute, peer, exe_path }) => minute === '2026-01-01T00:01:00.000Z' && peer === 'ip:10.0.0.2' && exe_path === '/usr/bin/curl',
    ),
  ).toBe(true);
});

test('a scan does not grow the memory of a minute: its rows go out before it ends, each byte once', () => {
  const world = start();
  for (let at = 0; at < 10_000; at += 1) {
    const remote = { address: `10.1.${at >> 8}.${at & 255}`, port: 22 };
    world.tell(connectionOf(`${at}`, { process: ref(1), remote, change: 'closed', sentBytes: 1 }));
  }
  world.setSecond(102);
  const early = connections(world.flush());
  expect(early).toHaveLength(10_000);
  expect(connections(world.flush())).toEqual([]);
  expect(endMinute(world)).toEqual([]);
  expect(early.every(({ minute, sent_bytes }) => minute === '2026-01-01T00:01:00.000Z' && sent_bytes === 1)).toBe(true);
});

test('both ends on this machine name each other', () => {
  const world = start();
  const [client, server] = [
    { address: '127.0.0.1', port: 40_000 },
    { address: '127.0.0.1', port: 8080 },
  ];
  world.tell(
    connectionOf('out', { process: ref(1), local: client, remote: server }),
    connectionOf('in', { process: ref(2), direction: 'inbound', local: server, remote: client }),
    connectionOf('out', { process: ref(1), local: client, remote: server, change: 'closed', sentBytes: 5 }),
    connectionOf('in', { process: ref(2), direction: 'inbound', local: server, remote: client, change: 'closed', receivedBytes: 5 }),
  );
  const rows = endMinute(world).toSorted((a, b) => a.direction.localeCompare(b.direction));
  expect(rows.map(({ direction, application, peer, port }) => [direction, application, peer, port])).toEqual([
    ['inbound', 'role:machine|nginx|root', 'app:role:machine|curl|root', 8080],
    ['outbound', 'role:machine|curl|root', 'app:role:machine|nginx|root', 8080],
  ]);
});

test('loopback of another network namespace is another place', () => {
  const world = start();
  const [client, server] = [
    { address: '127.0.0.1', port: 40_000 },
    { address: '127.0.0.1', port: 8080 },
  ];
  world.tell(
    connectionOf('out', { process: ref(1), local: client, remote: server, netNs: 1 }),
    connectionOf('in', { process: ref(2), direction: 'inbound', local: server, remote: client, netNs: 2 }),
  );
  expect(endMinute(world).map(({ peer }) => peer)).toEqual(['ip:127.0.0.1', 'ip:127.0.0.1']);
});

test('the last owner told is the right one', () => {
  const world = start();
  const given = { direction: 'inbound', local: { address: '10.0.0.1', port: 80 }, remote: { address: '192.0.2.9', port: 5 } } as const;
  world.tell(
    connectionOf('a', { ...given, process: ref(1) }),
    connectionOf('a', { ...given, process: ref(2), change: 'closed', receivedBytes: 9 }),
  );
  expect(endMinute(world)).toMatchObject([{ application: 'role:machine|nginx|root', received_bytes: 9, peer: 'net:192.0.2.0/24' }]);
});

test('a long connection is told every minute, each byte once', () => {
  const world = start();
  const given = { process: ref(1) };
  world.tell(connectionOf('a', given));
  world.setProgress(connectionOf('a', { ...given, change: 'progress', sentBytes: 100, atNs: 121 * SECOND_NS }));
  expect(endMinute(world, 121)).toMatchObject([{ opened: 1, open: 1, sent_bytes: 100 }]);
  world.setProgress(connectionOf('a', { ...given, change: 'progress', sentBytes: 150, atNs: 181 * SECOND_NS }));
  expect(endMinute(world, 181)).toMatchObject([{ opened: 0, open: 1, sent_bytes: 50, minute: '2026-01-01T00:02:00.000Z' }]);
  world.setProgress();
  world.tell(connectionOf('a', { ...given, change: 'closed', sentBytes: 175, atNs: 190 * SECOND_NS }));
  expect(endMinute(world, 241)).toMatchObject([{ opened: 0, open: 0, sent_bytes: 25 }]);
  expect(endMinute(world, 301)).toEqual([]);
});

test('what was sent before the agent looked is not counted', () => {
  const world = start();
  const given = { process: ref(1), existedBefore: true };
  world.tell(connectionOf('a', { ...given, sentBytes: 1000 }), connectionOf('a', { ...given, change: 'closed', sentBytes: 1007 }));
  expect(endMinute(world)).toMatchObject([{ opened: 0, sent_bytes: 7 }]);
});

test('a connection that the kernel no longer has, and whose end was not told, ends', () => {
  const world = start();
  world.tell(connectionOf('a', { process: ref(1) }));
  for (const second of [121, 181, 241, 301]) endMinute(world, second);
  expect(world.collectors.connection.openCount).toBe(0);
  expect(world.collectors.connection.missedCloses).toBe(1);
});

test('without a process the application is the machine', () => {
  const world = start();
  world.tell(connectionOf('a', { change: 'closed', sentBytes: 1 }));
  const [row] = endMinute(world);
  expect(row?.application).toBe('machine');
  expect(row?.pid_hash).toBeUndefined();
});

/** Totals of a connection at each of its events, growing, with minute ends in between. */
const life = fc.array(fc.record({ sent: fc.nat(1000), received: fc.nat(1000), endsMinute: fc.boolean() }), { minLength: 1, maxLength: 12 });

test('whatever the order of progress and minutes, the rows add up to the exact bytes and one opening', () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 5 }), (lives) => {
      const world = start();
      const rows: Row[] = [];
      let second = 121;
      let [sentTotal, receivedTotal] = [0, 0];
      for (const [index, steps] of lives.entries()) {
        let [sentBytes, receivedBytes] = [0, 0];
        const event = (change: ConnectionEvent['change']): ConnectionEvent =>
          connectionOf(`c${index}`, {
            change,
            process: ref(1),
            sentBytes,
            receivedBytes,
            local: { address: '10.0.0.1', port: index },
            atNs: second * SECOND_NS,
          });
        world.tell(event('opened'));
        for (const { sent, received, endsMinute } of steps) {
          sentBytes += sent;
          receivedBytes += received;
          world.setProgress(event('progress'));
          if (endsMinute) rows.push(...endMinute(world, (second += 60)));
        }
        world.setProgress();
        world.tell(event('closed'));
        sentTotal += sentBytes;
        receivedTotal += receivedBytes;
      }
      rows.push(...connections(world.flush(true)));
      const sum = (pick: (row: Row) => number): number => rows.reduce((total, row) => total + pick(row), 0);
      expect([sum((row) => row.sent_bytes), sum((row) => row.received_bytes), sum((row) => row.opened)]).toEqual([
        sentTotal,
        receivedTotal,
        lives.length,
      ]);
    }),
  );
});

test('listeners: when they open, once an hour, and when they close', () => {
  const world = start();
  const listener = {
    kind: 'listen',
    change: 'opened',
    atNs: 1,
    process: ref(2),
    family: 4,
    address: '0.0.0.0',
    port: 80,
    netNs: 1,
    cgroupId: 1,
    existedBefore: false,
  } as const;
  const listeners = (): WireLine[] => world.flush().filter(({ table }) => table === 'listener');
  world.tell(listener, listener);
  expect(listeners()).toMatchObject([
    { address: '0.0.0.0', port: 80, application: 'role:machine|nginx|root', exe_path: '/usr/sbin/nginx' },
  ]);
  expect(listeners()).toEqual([]);
  world.collectors.reportAll();
  expect(listeners().length).toBe(1);
  const closed = { ...listener, change: 'closed', process: ref(1), atNs: 102 * SECOND_NS } as const;
  world.tell(closed, closed);
  expect(listeners()).toMatchObject([{ closed_at: '2026-01-01T00:01:42.000Z' }]);
  world.collectors.reportAll();
  expect(listeners()).toEqual([]);
});
