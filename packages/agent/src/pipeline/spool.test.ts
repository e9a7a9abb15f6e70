import { afterEach, beforeEach, expect, test } from 'bun:test';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Gap } from './gap-log.ts';
import type { SealedBatch } from './sealed-batch.ts';
import { Spool } from './spool.ts';
import { decodeSpoolFile, encodeSpoolFile } from './spool-file.ts';

let folder: string;
let gaps: Gap[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-spool-'));
  gaps = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(maxBytes = 1_000_000, where = folder): Spool {
  return new Spool({ folder: where, maxBytes, nowMs: () => 5000, onGap: (gap) => gaps.push(gap) });
}

function batch(rows: number, sizeBytes = 100): SealedBatch {
  return { id: randomUUID(), rows, body: crypto.getRandomValues(new Uint8Array(sizeBytes)), fromMs: 1000, toMs: 2000 };
}

function batchFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.batch'));
}

test('gives batches oldest first, after a restart too', () => {
  const batches = [batch(1), batch(2), batch(3)];
  const first = open();
  for (const one of batches) first.put(one);
  const second = open();
  for (const one of batches) {
    expect(second.peek()).toEqual(one);
    second.remove(one.id);
  }
  expect(second.peek()).toBeUndefined();
  expect(second.sizeBytes).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('numbers go on after a restart, so that new batches come last', () => {
  const [old, fresh] = [batch(1), batch(2)];
  open().put(old);
  const spool = open();
  spool.put(fresh);
  spool.remove(old.id);
  expect(spool.peek()).toEqual(fresh);
});

test('over its size the oldest batch goes, and its rows and times are told', () => {
  const spool = open(2500);
  for (const rows of [10, 20, 30]) spool.put(batch(rows, 900));
  expect(spool.batches).toBe(2);
  expect(spool.sizeBytes).toBeLessThanOrEqual(2500);
  expect(gaps).toEqual([{ where: 'spool', what: 'row', lost: 10, reason: 'the spool was full', fromMs: 1000, toMs: 2000 }]);
  expect(batchFiles().length).toBe(2);
});

test('cut at any byte, a file is set aside and told, and the next batch is given', () => {
  const whole = encodeSpoolFile(batch(1, 60));
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeSpoolFile(new Uint8Array(whole.subarray(0, length))).kind).toBe('damaged');
  }
  const [damaged, next] = [batch(1), batch(2)];
  const spool = open();
  spool.put(damaged);
  spool.put(next);
  const path = join(folder, batchFiles().sort()[0] ?? '');
  writeFileSync(path, readFileSync(path).subarray(0, 200));
  expect(spool.peek()).toEqual(next);
  expect(gaps.map(({ where, lost }) => [where, lost])).toEqual([['spool', undefined]]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.damaged')).length).toBe(1);
});

test('any flipped bit is noticed', () => {
  const whole = encodeSpoolFile(batch(7, 40));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
      const flipped = new Uint8Array(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(decodeSpoolFile(flipped).kind).toBe('damaged');
    }),
    { numRuns: 2000 },
  );
});

test('reads any bytes without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeSpoolFile(new Uint8Array(bytes)).kind).toBe('damaged');
    }),
  );
});

test('damaged files are kept for a person, ten at most', () => {
  const spool = open();
  for (let count = 0; count < 15; count += 1) spool.put(batch(1));
  for (const name of batchFiles()) writeFileSync(join(folder, name), 'broken');
  expect(spool.peek()).toBeUndefined();
  expect(gaps.length).toBe(15);
  expect(readdirSync(folder).length).toBe(10);
});

test('what a crash left half written is cleared', () => {
  writeFileSync(join(folder, '000000000000001-x.batch.new'), 'half');
  expect(open().batches).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('a disk that refuses makes batches stay in memory, within bounds, in order', () => {
  const inner = join(folder, 'gone');
  const spool = open(64 * 1024 * 1024, inner);
  rmSync(inner, { recursive: true });
  const batches = Array.from({ length: 5 }, (_, index) => batch(index + 1, 4 * 1024 * 1024));
  for (const one of batches) spool.put(one);
  expect(spool.batches).toBe(3);
  expect(gaps.map(({ lost }) => lost)).toEqual([1, 2]);
  expect(gaps[0]?.reason).toContain('could not be written');
  expect(spool.peek()?.id).toBe(batches[2]?.id ?? '');
  spool.remove(batches[2]?.id ?? '');
  expect(spool.peek()?.id).toBe(batches[3]?.id ?? '');
});

test('only root may read it', () => {
  chmodSync(folder, 0o755);
  const spool = open(1_000_000, join(folder, 'spool'));
  spool.put(batch(1));
  expect(
    Bun.spawnSync(['stat', '-c', '%a', join(folder, 'spool')])
      .stdout.toString()
      .trim(),
  ).toBe('700');
});

test('a folder that refuses everything, even to delete, is a batch in memory and not a fault', () => {
  const spool = open();
  spool.put(batch(1));
  const [onDisk, inMemory] = [spool.peek(), batch(2)];
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  spool.put(inMemory);
  spool.remove(onDisk?.id ?? '');
  expect(spool.peek()).toEqual(inMemory);
  spool.remove(inMemory.id);
  expect(spool.batches).toBe(0);
});

test('damaged files count against the bound, and go before a batch does', () => {
  const spool = open(2500);
  spool.put(batch(1, 1000));
  writeFileSync(join(folder, batchFiles()[0] ?? ''), 'x');
  expect(spool.peek()).toBeUndefined();
  const kept = [batch(2, 1000), batch(3, 1000)];
  for (const one of kept) spool.put(one);
  expect(readdirSync(folder).filter((name) => name.endsWith('.damaged'))).toEqual([]);
  expect(spool.peek()).toEqual(kept[0]);
  expect(gaps).toHaveLength(1);
});
