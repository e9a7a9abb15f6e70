/** TCP connections on the real kernel, with exact byte counts: the same cases for every way to watch them. Needs root. */
import { afterAll, beforeAll, beforeEach, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { statSync } from 'node:fs';
import type { ConnectionEvent } from './events';
import { type FeatureEntry, features } from './features';
import { Actor } from './testing/actor';
import { Watch } from './testing/watch';

/** A ceiling for a busy machine, not an expectation. */
setDefaultTimeout(120_000);

let watch: Watch;

beforeEach(() => watch.forget());

/** Odd sizes, so that a sequence number counted as payload shows. */
const CLIENT_BYTES = 1_234_567;
const SERVER_BYTES = 54_321;

interface Ends {
  readonly client: ConnectionEvent;
  readonly server: ConnectionEvent;
  readonly handlerPid: number;
  readonly clientPid: number;
  readonly listenerPid: number;
}

/** One whole conversation; both ends' last words. */
async function converse(listenOn: string, connectTo: string, serverMode: string, bytes = [CLIENT_BYTES, SERVER_BYTES]): Promise<Ends> {
  const [clientBytes = 0, serverBytes = 0] = bytes;
  const server = new Actor('tcp-server', [listenOn, serverMode, String(serverBytes)]);
  const port = await server.hear('port');
  const client = new Actor('tcp-client', [connectTo, String(port), 'half', String(clientBytes)]);
  const handlerPid = serverMode === 'silent' ? server.pid : await server.hear('handler');
  if (serverMode !== 'silent' && serverMode !== 'push') expect(await server.hear('received')).toBe(clientBytes);
  await Promise.all([client.end(), server.end()]);
  return {
    client: await watch.first('connection', (one) => one.change === 'closed' && one.remote.port === port && one.direction === 'outbound'),
    server: await watch.first('connection', (one) => one.change === 'closed' && one.local.port === port && one.direction === 'inbound'),
    handlerPid,
    clientPid: client.pid,
    listenerPid: server.pid,
  };
}

function expectBytes(event: ConnectionEvent, sentBytes: number, receivedBytes: number): void {
  expect({ sent: event.sentBytes, received: event.receivedBytes }).toEqual({ sent: sentBytes, received: receivedBytes });
}

function expectMirrored({ client, server }: Ends): void {
  expect(server.local).toEqual(client.remote);
  expect(server.remote).toEqual(client.local);
  expect(client.local.port).toBeGreaterThan(0);
}

/** Asks for progress until the server's side has received the bytes. */
async function progressUntil(port: number, receivedBytes: number): Promise<ConnectionEvent> {
  for (;;) {
    const found: ConnectionEvent[] = [];
    watch.sensor.progress((event) => {
      if (event.kind === 'connection' && event.local.port === port && event.receivedBytes === receivedBytes) found.push(event);
    });
    if (found[0] !== undefined) return found[0];
    await Bun.sleep(5);
  }
}

const ways = features.flatMap(({ ways: all }) => all).filter(({ variant }) => variant.startsWith('connection'));

describe.each(ways)('$variant', (way) => {
  const table: readonly FeatureEntry[] = [
    ...features.filter(({ feature }) => feature !== 'connection'),
    { feature: 'connection', ring: 'network', ways: [way] },
  ];
  const open = (): Watch => new Watch({}, table);

  beforeAll(() => {
    watch = open();
  });
  afterAll(() => {
    watch.close();
  });

  describe('bytes are exact at both ends', () => {
    const pairs = [
      ['IPv4', '127.0.0.1', '127.0.0.1', 4, '127.0.0.1'],
      ['IPv6', '::1', '::1', 6, '::1'],
      ['an IPv4 client of an IPv6 server', '::', '127.0.0.1', 4, '127.0.0.1'],
      ['an IPv6 socket connected to a mapped address', '127.0.0.1', '::ffff:127.0.0.1', 4, '127.0.0.1'],
    ] as const;
    for (const [name, listenOn, connectTo, family, address] of pairs) {
      test(name, async () => {
        const ends = await converse(listenOn, connectTo, 'self');
        expectBytes(ends.client, CLIENT_BYTES, SERVER_BYTES);
        expectBytes(ends.server, SERVER_BYTES, CLIENT_BYTES);
        expectMirrored(ends);
        expect([ends.client.family, ends.server.family]).toEqual([family, family]);
        expect(ends.client.remote.address).toBe(address);
        expect(ends.client.process?.pid).toBe(ends.clientPid);
        expect(ends.client.comm).toBe('tcp-client');
      });
    }

    test('nothing sent either way', async () => {
      const ends = await converse('127.0.0.1', '127.0.0.1', 'self', [0, 0]);
      expectBytes(ends.client, 0, 0);
      expectBytes(ends.server, 0, 0);
    });

    test('one byte one way', async () => {
      const ends = await converse('127.0.0.1', '127.0.0.1', 'self', [1, 0]);
      expectBytes(ends.client, 1, 0);
      expectBytes(ends.server, 0, 1);
    });
  });

  describe('an accepted connection belongs to the process that serves it', () => {
    for (const mode of ['self', 'fork', 'prefork', 'push', 'silent']) {
      test(mode, async () => {
        const isReading = mode !== 'silent' && mode !== 'push';
        const ends = await converse('127.0.0.1', '127.0.0.1', mode, [isReading ? CLIENT_BYTES : 0, SERVER_BYTES]);
        expect(ends.client.receivedBytes).toBe(mode === 'silent' ? 0 : SERVER_BYTES);
        expect(ends.server.process?.pid).toBe(ends.handlerPid);
        expect(ends.server.comm).toBe('tcp-server');
        expect(ends.client.process?.pid).toBe(ends.clientPid);
        const opened = watch.all('connection', (one) => one.connectionId === ends.server.connectionId && one.change === 'opened');
        expect(opened.map((one) => one.process?.pid)).toEqual([ends.listenerPid]);
      });
    }

    if (way.lacks === undefined) {
      test('and a change of hands is told at once', async () => {
        const ends = await converse('127.0.0.1', '127.0.0.1', 'fork');
        const told = watch
          .all('connection', (one) => one.connectionId === ends.server.connectionId)
          .map((one) => [one.change, one.process?.pid]);
        expect(told).toEqual([
          ['opened', ends.listenerPid],
          ['progress', ends.handlerPid],
          ['closed', ends.handlerPid],
        ]);
      });
    }
  });

  describe('endings', () => {
    test('a refused connection has failed, with no bytes', async () => {
      const server = new Actor('tcp-server', ['127.0.0.1', 'silent', '0']);
      const port = await server.hear('port');
      await new Actor('tcp-client', ['127.0.0.1', String(port), 'half', '0']).end();
      await server.end();
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'half', '10']);
      expect(await client.hear('failed')).toBe(111);
      const event = await watch.first('connection', (one) => one.process?.pid === client.pid);
      expect(event).toMatchObject({ change: 'failed', direction: 'outbound', sentBytes: 0, receivedBytes: 0, comm: 'tcp-client' });
      expect(event.remote).toEqual({ address: '127.0.0.1', port });
      expect(event.local.port).toBeGreaterThan(0);
    });

    test('a reset keeps the bytes that arrived before it', async () => {
      const server = new Actor('tcp-server', ['127.0.0.1', 'self', '0']);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'reset', '5000']);
      await client.hear('sent');
      await watch.first('connection', (one) => one.local.port === port && one.change === 'opened');
      await progressUntil(port, 5000);
      client.nudge();
      await Promise.all([client.end(), server.end()]);
      expectBytes(await watch.first('connection', (one) => one.local.port === port && one.change === 'closed'), 0, 5000);
      expectBytes(await watch.first('connection', (one) => one.remote.port === port && one.change === 'closed'), 5000, 0);
    });
  });

  describe('long-lived connections', () => {
    test('progress tells the bytes so far, of both ends, under the same id as their beginning', async () => {
      const server = new Actor('tcp-server', ['::1', 'self', '77']);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['::1', String(port), 'hold', '4321']);
      await client.hear('sent');
      const serverSide = await progressUntil(port, 4321);
      const opened = await watch.first('connection', (one) => one.change === 'opened' && one.local.port === port);
      expect(serverSide).toMatchObject({
        change: 'progress',
        connectionId: opened.connectionId,
        openedAtNs: opened.openedAtNs,
        sentBytes: 0,
      });
      const found: ConnectionEvent[] = [];
      watch.sensor.progress((event) => {
        if (event.kind === 'connection' && event.remote.port === port) found.push(event);
      });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ sentBytes: 4321, receivedBytes: 0, direction: 'outbound' });
      client.nudge();
      await Promise.all([client.end(), server.end()]);
      expectBytes(await watch.first('connection', (one) => one.change === 'closed' && one.local.port === port), 77, 4321);
    });
  });

  describe('listeners', () => {
    test('are told with their owner when they begin and end', async () => {
      const server = new Actor('tcp-server', ['0.0.0.0', 'silent', '0']);
      const port = await server.hear('port');
      const opened = await watch.first('listen', (one) => one.port === port && one.process?.pid === server.pid && one.change === 'opened');
      expect(opened).toMatchObject({ family: 4, address: '0.0.0.0', existedBefore: false, process: { pid: server.pid } });
      await new Actor('tcp-client', ['127.0.0.1', String(port), 'half', '0']).end();
      await server.end();
      const closed = await watch.first('listen', (one) => one.port === port && one.process?.pid === server.pid && one.change === 'closed');
      expect(closed.process).toEqual(opened.process ?? { pid: 0, startNs: 0 });
    });

    test('on every IPv6 interface', async () => {
      const server = new Actor('tcp-server', ['::', 'silent', '0']);
      const port = await server.hear('port');
      expect(await watch.first('listen', (one) => one.port === port && one.process?.pid === server.pid)).toMatchObject({
        family: 6,
        address: '::',
      });
      await new Actor('tcp-client', ['::1', String(port), 'half', '0']).end();
      await server.end();
    });
  });

  describe('what was there before the sensor', () => {
    test('connections and listeners are seeded with owner, direction and bytes, and end exactly', async () => {
      const server = new Actor('tcp-server', ['127.0.0.1', 'hold', '999']);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'hold', '2000']);
      await client.hear('sent');
      await progressUntil(port, 2000);
      const late = open();
      late.sensor.seedConnections(late.collect);
      const [outbound] = late.all('connection', (one) => one.remote.port === port);
      const [inbound] = late.all('connection', (one) => one.local.port === port);
      expect(outbound).toMatchObject({ direction: 'outbound', change: 'opened', existedBefore: true, sentBytes: 2000, receivedBytes: 0 });
      expect(outbound?.process?.pid).toBe(client.pid);
      expect(inbound).toMatchObject({ direction: 'inbound', change: 'opened', existedBefore: true, sentBytes: 0, receivedBytes: 2000 });
      expect(inbound?.process?.pid).toBe(server.pid);
      const [listener] = late.all('listen', (one) => one.port === port);
      expect(listener).toMatchObject({ change: 'opened', existedBefore: true, address: '127.0.0.1', process: { pid: server.pid } });
      client.nudge();
      server.nudge();
      await Promise.all([client.end(), server.end()]);
      expectBytes(await late.first('connection', (one) => one.change === 'closed' && one.remote.port === port), 2000, 999);
      expectBytes(await late.first('connection', (one) => one.change === 'closed' && one.local.port === port), 999, 2000);
      late.close();
    });

    test('every listener is seeded, however many there are', () => {
      const servers = Array.from({ length: 1500 }, () => Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data: () => {} } }));
      const late = open();
      late.sensor.seedConnections(late.collect);
      const seeded = new Set(late.all('listen', (one) => one.existedBefore).map(({ port }) => port));
      late.close();
      for (const server of servers) server.stop(true);
      expect(servers.filter(({ port }) => !seeded.has(port))).toHaveLength(0);
    });

    test('a connection that is used before it is seeded is told once', async () => {
      const server = new Actor('tcp-server', ['127.0.0.1', 'self', '10']);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'hold', '3000']);
      await client.hear('sent');
      const late = open();
      client.nudge();
      await Promise.all([client.end(), server.end()]);
      const closed = await late.first('connection', (one) => one.change === 'closed' && one.remote.port === port);
      expect(closed).toMatchObject({ direction: 'outbound', existedBefore: true, sentBytes: 3000, receivedBytes: 10 });
      late.sensor.seedConnections(late.collect);
      expect(late.all('connection', (one) => one.change === 'opened' && one.connectionId === closed.connectionId)).toHaveLength(1);
      late.close();
    });
  });

  test('thousands of short connections from many threads are each told, with every byte', async () => {
    const [threads, count] = [4, 1000];
    const storm = new Actor('tcp-storm', [String(threads), String(count)]);
    const port = await storm.hear('port');
    storm.nudge();
    const stop = setInterval(() => watch.poll(), 20);
    const sent = await storm.hear('sent');
    await storm.end();
    clearInterval(stop);
    watch.poll();
    const total = (ends: readonly ConnectionEvent[]): object => ({
      connections: new Set(ends.map((one) => one.connectionId)).size,
      events: ends.length,
      sent: ends.reduce((sum, one) => sum + one.sentBytes, 0),
      received: ends.reduce((sum, one) => sum + one.receivedBytes, 0),
      owners: [...new Set(ends.map((one) => one.process?.pid))],
    });
    const closed = watch.all('connection', (one) => one.change === 'closed');
    const expected = { connections: threads * count, events: threads * count, owners: [storm.pid] };
    expect(total(closed.filter((one) => one.remote.port === port))).toEqual({ ...expected, sent, received: 3 * sent });
    expect(total(closed.filter((one) => one.local.port === port))).toEqual({ ...expected, sent: 3 * sent, received: sent });
  });

  describe('in a network namespace of its own', () => {
    const name = `weft-${process.pid}-${way.variant}`;
    const inside = ['ip', 'netns', 'exec', name];

    beforeAll(() => {
      Bun.spawnSync(['ip', 'netns', 'add', name]);
      Bun.spawnSync([...inside, 'ip', 'link', 'set', 'lo', 'up']);
    });
    afterAll(() => {
      Bun.spawnSync(['ip', 'netns', 'del', name]);
    });

    test('a connection is seen, seeded and told apart', async () => {
      const server = new Actor('tcp-server', ['127.0.0.1', 'self', '11'], inside);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'hold', '22'], inside);
      await client.hear('sent');
      const progress = await progressUntil(port, 22);
      const late = open();
      late.sensor.seedConnections(late.collect);
      expect(late.all('connection', (one) => one.netNs === progress.netNs)).toHaveLength(2);
      late.close();
      client.nudge();
      await Promise.all([client.end(), server.end()]);
      const closed = await watch.first('connection', (one) => one.change === 'closed' && one.local.port === port);
      expect(closed.netNs).toBe(progress.netNs);
      expect(closed.netNs).not.toBe(statSync('/proc/self/ns/net').ino);
      expectBytes(closed, 11, 22);
    });

    test('bytes and direction stay exact where packets are lost and sent again', async () => {
      const loss = ['-A', 'INPUT', '-p', 'tcp', '-m', 'statistic', '--mode', 'random', '--probability', '0.03', '-j', 'DROP'];
      expect(Bun.spawnSync([...inside, 'iptables', ...loss]).exitCode).toBe(0);
      const server = new Actor('tcp-server', ['127.0.0.1', 'hold', String(SERVER_BYTES)], inside);
      const port = await server.hear('port');
      const client = new Actor('tcp-client', ['127.0.0.1', String(port), 'hold', String(5 * CLIENT_BYTES)], inside);
      await client.hear('sent');
      await progressUntil(port, 5 * CLIENT_BYTES);
      const late = open();
      late.sensor.seedConnections(late.collect);
      client.nudge();
      server.nudge();
      await Promise.all([client.end(), server.end()]);
      for (const one of [watch, late]) {
        const outbound = await one.first('connection', ({ change, remote }) => change === 'closed' && remote.port === port);
        const inbound = await one.first('connection', ({ change, local }) => change === 'closed' && local.port === port);
        expectBytes(outbound, 5 * CLIENT_BYTES, SERVER_BYTES);
        expectBytes(inbound, SERVER_BYTES, 5 * CLIENT_BYTES);
        expect([outbound.direction, inbound.direction]).toEqual(['outbound', 'inbound']);
      }
      late.close();
    });
  });
});
