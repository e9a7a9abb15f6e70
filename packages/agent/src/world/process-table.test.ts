import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { CgroupTable } from './cgroup-table.ts';
import { createPidHasher, startTicks } from './pid-hash.ts';
import { ProcessTable } from './process-table.ts';
import { createProgram, type Program } from './program.ts';

const hash = createPidHasher('machine', 'boot');
const cgroup = new CgroupTable().placeAt('/');
const SECOND_NS = 1_000_000_000;

function program(argument = ''): Program {
  return createProgram({
    exePath: '/bin/x',
    argv: ['x', argument],
    isArgvCut: false,
    cwd: '/',
    comm: 'x',
    uid: 0,
    gid: 0,
    euid: 0,
    loginUid: undefined,
    cgroup,
  });
}

function given(pid: number, startNs: number) {
  return { pid, startNs, parent: { pid: 1, startNs: 0 }, groupId: pid, sessionId: pid, program: program() };
}

const end = (atNs: number) => ({ atNs, code: 0, signal: undefined });
const create = (maxEntries = 100, maxBytes = 1e6): ProcessTable => new ProcessTable(hash, { maxEntries, maxBytes });

test('both sources of a start time name one process', () => {
  const table = create();
  const exact = table.add(given(7, 1_234_567_891));
  expect(table.add(given(7, startTicks(1_234_567_891) * 10_000_000))).toBe(exact);
  expect(table.size).toBe(1);
});

test('a reused pid is another process, and the old one is still found', () => {
  const table = create();
  const old = table.add(given(7, SECOND_NS));
  table.markExited(old, end(2 * SECOND_NS));
  const fresh = table.add(given(7, 3 * SECOND_NS));
  expect(table.find({ pid: 7, startNs: SECOND_NS })).toBe(old);
  expect(table.find({ pid: 7, startNs: 3 * SECOND_NS })).toBe(fresh);
  expect(table.aliveByPid(7)).toBe(fresh);
  expect(table.missedExits).toBe(0);
});

test('a reused pid tells that an exit was missed', () => {
  const table = create();
  const old = table.add(given(7, SECOND_NS));
  table.add(given(7, 3 * SECOND_NS));
  expect(table.missedExits).toBe(1);
  expect(old.exit).toEqual({ atNs: 3 * SECOND_NS, code: undefined, signal: undefined });
});

test('the exited are forgotten by time, the longest exited first', () => {
  const table = create();
  for (const pid of [1, 2, 3]) table.markExited(table.add(given(pid, SECOND_NS)), end(pid * SECOND_NS));
  table.forgetExited(2 * SECOND_NS);
  expect([1, 2, 3].map((pid) => table.find({ pid, startNs: SECOND_NS })?.pid)).toEqual([undefined, undefined, 3]);
});

test('over the cap the exited go first, then the living, which is counted', () => {
  const table = create(3);
  const first = table.add(given(1, SECOND_NS));
  table.markExited(table.add(given(2, SECOND_NS)), end(SECOND_NS));
  table.add(given(3, SECOND_NS));
  table.add(given(4, SECOND_NS));
  expect(table.find({ pid: 2, startNs: SECOND_NS })).toBeUndefined();
  expect(table.evictedAlive).toBe(0);
  table.add(given(5, SECOND_NS));
  expect(table.find(first)).toBeUndefined();
  expect(table.evictedAlive).toBe(1);
});

test('hashes are whole numbers that the wire takes, and tell machine, boot, pid and start apart', () => {
  fc.assert(
    fc.property(fc.nat(4_194_304), fc.nat(1e9), (pid, seconds) => {
      const ref = { pid: pid + 1, startNs: seconds * SECOND_NS };
      const number = hash(ref);
      expect(Number.isSafeInteger(number)).toBe(true);
      expect(number).not.toBe(createPidHasher('other', 'boot')(ref));
      expect(number).not.toBe(createPidHasher('machine', 'other')(ref));
      expect(number).not.toBe(hash({ ...ref, startNs: ref.startNs + 10_000_000 }));
    }),
  );
  expect(hash({ pid: 0, startNs: 0 })).toBe(0);
});

/** What may happen to a table, in any order. */
const step = fc.record({
  what: fc.constantFrom('add', 'exec', 'exit', 'forget'),
  pid: fc.integer({ min: 1, max: 20 }),
  second: fc.nat(5),
  length: fc.nat(2000),
});

test('whatever happens, caps hold and the bytes are those of who is there', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const table = create(10, 8000);
      for (const { what, pid, second, length } of steps) {
        const ref = { pid, startNs: second * SECOND_NS };
        const known = table.find(ref);
        if (what === 'add') table.add(given(pid, ref.startNs));
        else if (what === 'exec' && known !== undefined) table.setProgram(known, program('a'.repeat(length)));
        else if (what === 'exit' && known !== undefined) table.markExited(known, end(second * SECOND_NS));
        else if (what === 'forget') table.forgetExited(second * SECOND_NS);
        expect(table.size).toBeLessThanOrEqual(10);
        expect(table.sizeBytes).toBeLessThanOrEqual(8000);
      }
      table.forgetExited(Number.POSITIVE_INFINITY);
      for (const process of table.alive()) table.markExited(process, end(0));
      table.forgetExited(Number.POSITIVE_INFINITY);
      expect([table.size, table.sizeBytes]).toEqual([0, 0]);
    }),
  );
});
