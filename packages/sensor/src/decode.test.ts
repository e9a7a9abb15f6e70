import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { decodeRecord, opcodes } from './decode';
import { cgroupLayout, connectionLayout, execLayout, exitLayout, forkLayout, headerLayout, listenLayout } from './layout';
import { type RecordParts, writeRecord } from './testing/write-record';

const utf8 = new TextEncoder();

function decode(bytes: Uint8Array, end = bytes.length): ReturnType<typeof decodeRecord> {
  return decodeRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, end);
}

function eventOf(parts: RecordParts): unknown {
  const decoded = decode(writeRecord(parts));
  return decoded.kind === 'event' ? decoded.event : decoded;
}

const execValues = { pid: 7, startNs: 100, parentPid: 6, parentStartNs: 50, groupId: 7, sessionId: 5, oldPid: 7, loginUid: 0xffffffff };

function exec(text: string, sizes: readonly [number, number, number], values: RecordParts['values'] = {}, flags = 0): RecordParts {
  const [exeBytes, cwdBytes, argvBytes] = sizes;
  const all = { ...execValues, auditSessionId: 3, exeBytes, cwdBytes, argvBytes, comm: utf8.encode('cat'), ...values };
  return { opcode: 1, flags, atNs: 1234, layout: execLayout, values: all, text: utf8.encode(text) };
}

describe('exec', () => {
  test('splits its text into path, directory and arguments', () => {
    expect(eventOf(exec('/bin/cat/tmpcat\0a b\0\0', [8, 4, 9]))).toMatchObject({
      kind: 'exec',
      atNs: 1234,
      process: { pid: 7, startNs: 100 },
      parent: { pid: 6, startNs: 50 },
      exePath: '/bin/cat',
      cwd: '/tmp',
      argv: ['cat', 'a b', ''],
      comm: 'cat',
      oldPid: undefined,
      tracerPid: undefined,
      loginUid: undefined,
      auditSessionId: 3,
      isArgvTruncated: false,
    });
  });

  test('keeps an argument that was cut in the middle', () => {
    expect(eventOf(exec('/x/a\0bc', [2, 1, 4], {}, 1))).toMatchObject({ argv: ['a', 'bc'], isArgvTruncated: true, isPathTruncated: false });
  });

  test('names the thread and the tracer when there are any', () => {
    expect(eventOf(exec('', [0, 0, 0], { oldPid: 9, tracerPid: 2 }, 6))).toMatchObject({
      oldPid: 9,
      tracerPid: 2,
      argv: [],
      isPathTruncated: true,
      isExeUnlinked: true,
    });
  });

  test('whose text is not as long as it says is refused', () => {
    expect(eventOf(exec('/bin/cat', [8, 4, 9]))).toMatchObject({ kind: 'undecodable', why: 'inconsistent' });
  });
});

test('fork', () => {
  const values = { ...execValues, cgroupId: 2 ** 46 + 1, uid: 1000, comm: utf8.encode('exactly-16-bytes') };
  const { oldPid: _oldPid, loginUid: _loginUid, ...forkValues } = values;
  expect(eventOf({ opcode: 2, layout: forkLayout, values: forkValues })).toMatchObject({
    kind: 'fork',
    cgroupId: 2 ** 46 + 1,
    uid: 1000,
    comm: 'exactly-16-bytes',
  });
});

test('exit, as wait(2) has it', () => {
  const exit = (waitStatus: number): unknown => eventOf({ opcode: 3, layout: exitLayout, values: { pid: 7, startNs: 1, waitStatus } });
  expect(exit(42 << 8)).toMatchObject({ exitCode: 42, signal: undefined });
  expect(exit(9)).toMatchObject({ exitCode: 0, signal: 9 });
  expect(exit(0x80 | 11)).toMatchObject({ exitCode: 0, signal: 11 });
});

test('control group', () => {
  const parts = { opcode: 4, layout: cgroupLayout, values: { cgroupId: 9, pathBytes: 2 }, text: utf8.encode('/ü').subarray(0, 2) };
  expect(eventOf(parts)).toEqual({ kind: 'cgroup', cgroupId: 9, path: '/\u{FFFD}' });
});

const connectionValues = {
  cookie: 36,
  openedNs: 35,
  sentBytes: 2 ** 40,
  pid: 7,
  startNs: 1,
  localPort: 5,
  remotePort: 443,
  family: 4,
  direction: 1,
  change: 3,
  localAddress: Uint8Array.of(10, 0, 0, 1),
  remoteAddress: Uint8Array.of(192, 0, 2, 255),
};

function connection(values: RecordParts['values'] = {}, flags = 0): unknown {
  return eventOf({ opcode: 5, flags, layout: connectionLayout, values: { ...connectionValues, ...values } });
}

describe('connection', () => {
  test('has both ends, and an id of socket and time', () => {
    expect(connection()).toMatchObject({
      change: 'closed',
      direction: 'outbound',
      connectionId: '10-z',
      sentBytes: 2 ** 40,
      local: { address: '10.0.0.1', port: 5 },
      remote: { address: '192.0.2.255', port: 443 },
      existedBefore: false,
    });
  });

  test('without a pid has no owner', () => {
    expect(connection({ pid: 0 }, 1)).toMatchObject({ process: undefined, existedBefore: true });
  });

  test('of an unknown change, direction or family is refused', () => {
    for (const values of [{ change: 0 }, { change: 5 }, { direction: 0 }, { family: 5 }]) {
      expect(connection(values)).toMatchObject({ kind: 'undecodable', why: 'inconsistent' });
    }
  });
});

test('listener, which cannot have progress', () => {
  const listen = (change: number): unknown => eventOf({ opcode: 6, layout: listenLayout, values: { family: 6, port: 80, change } });
  expect(listen(1)).toMatchObject({ change: 'opened', address: '::', port: 80, process: undefined });
  expect(listen(2)).toMatchObject({ kind: 'undecodable', why: 'inconsistent' });
});

describe('what makes no sense', () => {
  test('is an unknown opcode, after which the next record is found', () => {
    const bytes = writeRecord({ opcode: 99, layout: headerLayout, values: {} });
    expect(decode(bytes)).toEqual({ kind: 'undecodable', why: 'unknown opcode', nextAt: 16 });
  });

  test('is a record shorter than its kind', () => {
    for (const { opcode, layout } of opcodes) {
      const bytes = writeRecord({ opcode, layout: headerLayout, values: {} });
      expect(decode(bytes)).toEqual({ kind: 'undecodable', why: 'inconsistent', nextAt: headerLayout.sizeBytes });
      expect(layout.sizeBytes).toBeGreaterThan(headerLayout.sizeBytes);
    }
  });

  test('is any record cut anywhere', () => {
    const bytes = writeRecord(exec('/bin/cat/tmpcat\0', [8, 4, 4]));
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decode(bytes, end)).toEqual({ kind: 'undecodable', why: 'truncated', nextAt: end });
    }
  });
});

test('any bytes are read to their end, one step at a time, without throwing', () => {
  const anyOpcode = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.uint8Array({ maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(anyOpcode, { maxLength: 5 }), fc.uint8Array({ maxLength: 40 }), (records, tail) => {
      const parts = records.map(([opcode, text]) => writeRecord({ opcode, layout: headerLayout, values: {}, text }));
      const bytes = Buffer.concat([...parts, tail]);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      let at = 0;
      while (at < bytes.length) {
        const { nextAt } = decodeRecord(view, at, bytes.length);
        expect(nextAt).toBeGreaterThan(at);
        at = nextAt;
      }
      expect(at).toBe(bytes.length);
    }),
  );
});

test('arguments of any kind come back', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0') && text.isWellFormed());
  fc.assert(
    fc.property(word, word, fc.array(word, { minLength: 1, maxLength: 8 }), (exe, cwd, argv) => {
      const [exeBytes, cwdBytes] = [exe, cwd].map((text) => utf8.encode(text).length);
      const joined = argv.map((one) => `${one}\0`).join('');
      const parts = exec(`${exe}${cwd}${joined}`, [exeBytes ?? 0, cwdBytes ?? 0, utf8.encode(joined).length]);
      expect(eventOf(parts)).toMatchObject({ exePath: exe, cwd, argv });
    }),
  );
});

test('times and counts are exact up to 2^53', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (atNs, startNs) => {
      const event = eventOf({ opcode: 3, atNs, layout: exitLayout, values: { startNs, pid: 1, waitStatus: 0 } });
      expect(event).toMatchObject({ atNs, process: { startNs } });
    }),
  );
});
