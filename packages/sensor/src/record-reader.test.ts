import { expect, test } from 'bun:test';
import type { SensorEvent } from './events';
import { exitLayout, headerLayout } from './layout';
import { type Fill, RecordReader } from './record-reader';
import { writeRecord } from './testing/write-record';

function exit(pid: number): Uint8Array {
  return writeRecord({ opcode: 3, layout: exitLayout, values: { pid, startNs: 1, waitStatus: 0 } });
}

const unknown = writeRecord({ opcode: 77, layout: headerLayout, values: {} });

/** Gives one chunk per call, then nothing. */
function chunks(...parts: readonly Uint8Array[]): Fill {
  const rest = [...parts];
  return (bytes) => {
    const next = rest.shift();
    if (next === undefined) return 0;
    bytes.set(next);
    return next.length;
  };
}

function pidsOf(events: readonly SensorEvent[]): readonly number[] {
  return events.flatMap((event) => (event.kind === 'exit' ? [event.process.pid] : []));
}

test('reads on until there is nothing', () => {
  const events: SensorEvent[] = [];
  const count = new RecordReader().read(chunks(Buffer.concat([exit(1), exit(2)]), exit(3)), (event) => events.push(event), Infinity);
  expect(count).toBe(3);
  expect(pidsOf(events)).toEqual([1, 2, 3]);
});

test('stops at the budget and goes on from there', () => {
  const reader = new RecordReader();
  const fill = chunks(Buffer.concat([exit(1), exit(2), exit(3)]));
  const events: SensorEvent[] = [];
  expect(reader.read(fill, (event) => events.push(event), 2)).toBe(2);
  expect(reader.read(fill, (event) => events.push(event), 2)).toBe(1);
  expect(pidsOf(events)).toEqual([1, 2, 3]);
});

test('counts what it cannot read and goes on', () => {
  const reader = new RecordReader();
  const events: SensorEvent[] = [];
  const fill = chunks(Buffer.concat([unknown, exit(1)]), exit(2).subarray(0, 20), exit(3));
  expect(reader.read(fill, (event) => events.push(event), Infinity)).toBe(2);
  expect(pidsOf(events)).toEqual([1, 3]);
  expect(reader.undecodable).toBe(2);
});
