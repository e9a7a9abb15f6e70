import { expect, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GapLog } from '../pipeline/gap-log.ts';
import { cleanFileMappings, CodePages } from './code-pages.ts';
import { downGaps, readHeartbeat, writeHeartbeat } from './heartbeat.ts';
import { FaultLimit } from './fault-limit.ts';
import { LossWatch } from './loss-watch.ts';
import { MemoryGuard } from './memory-guard.ts';
import { Schedule } from './schedule.ts';
import { type AgentState, metricRow } from './self-metrics.ts';

test('a counter that grew is a gap with the time range in which it did', () => {
  const gaps = new GapLog();
  let lost = 0;
  const watch = new LossWatch([{ where: 'ring', what: 'exec', reason: 'full', read: () => lost }], gaps, 1000);
  watch.check(2000);
  expect(gaps.takeRows()).toEqual([]);
  lost = 5;
  watch.check(3000);
  expect(gaps.takeRows()).toMatchObject([{ lost: 5, started_at: '1970-01-01T00:00:02.000Z', ended_at: '1970-01-01T00:00:03.000Z' }]);
  watch.check(4000);
  expect(gaps.takeRows()).toEqual([]);
});

test('memory must stay above its limit for a minute', () => {
  const guard = new MemoryGuard(100);
  expect(guard.isExceeded(101, 0)).toBe(false);
  expect(guard.isExceeded(99, 59_000)).toBe(false);
  expect(guard.isExceeded(101, 60_000)).toBe(false);
  expect(guard.isExceeded(101, 119_999)).toBe(false);
  expect(guard.isExceeded(101, 120_000)).toBe(true);
});

test('tasks run when due; after a pause once, not once per period missed', () => {
  const ran: string[] = [];
  const schedule = new Schedule(
    [
      { everyMs: 10, run: () => ran.push('fast') },
      { everyMs: 100, run: () => ran.push('slow') },
    ],
    0,
  );
  schedule.runDue(9);
  expect(ran).toEqual([]);
  schedule.runDue(10);
  schedule.runDue(1000);
  schedule.runDue(1010);
  expect(ran).toEqual(['fast', 'fast', 'slow', 'fast']);
});

test('the row of a minute is what changed in it', () => {
  const before: AgentState = {
    cpuUs: 1e6,
    kernelNs: 1e9,
    captured: 10,
    lost: 1,
    rowsSent: 5,
    bytesSent: 50,
    residentBytes: 1,
    queuedRows: 0,
    spooledBytes: 0,
    spooledBatches: 0,
    processesKnown: 1,
    tiers: { process: 'tracepoint' },
  };
  const now = { ...before, cpuUs: 1.6e6, kernelNs: 1.3e9, captured: 30, lost: 3, rowsSent: 9, bytesSent: 90, residentBytes: 7 };
  expect(metricRow(before, now, 60_000, 0)).toMatchObject({
    cpu_percent: 1,
    kernel_percent: 0.5,
    captured: 20,
    lost: 2,
    rows_sent: 4,
    bytes_sent: 40,
    resident_bytes: 7,
  });
  expect(metricRow(before, { ...now, kernelNs: undefined }, 60_000, 0)).toMatchObject({ kernel_percent: undefined });
});

test('a heartbeat is read as it was written; a broken one is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-heartbeat-'));
  const heartbeat = { rowsUpToMs: 1000, connectionsUpToMs: 500, isCleanStop: false };
  expect(readHeartbeat(folder)).toBeUndefined();
  writeHeartbeat(folder, heartbeat);
  expect(readHeartbeat(folder)).toEqual(heartbeat);
  writeFileSync(join(folder, 'heartbeat.json'), '{"rowsUpToMs":1000');
  expect(readHeartbeat(folder)).toBeUndefined();
  writeFileSync(join(folder, 'heartbeat.json'), JSON.stringify({ ...heartbeat, rowsUpToMs: -1e300 }));
  expect(readHeartbeat(folder)).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test('a disk that refuses the heartbeat is no fault of the agent: eleven of those would end it', () => {
  expect(() => writeHeartbeat('/nowhere', { rowsUpToMs: 1, connectionsUpToMs: 1, isCleanStop: false })).not.toThrow();
});

test('a crash is a gap from what is safe to now; a clock set back makes none negative', () => {
  const gaps = downGaps({ rowsUpToMs: 1000, connectionsUpToMs: 500, isCleanStop: false }, 800);
  expect(gaps.map(({ where, fromMs, toMs, lost }) => [where, fromMs, toMs, lost])).toEqual([
    ['agent-down', 800, 800, undefined],
    ['agent-down', 500, 800, undefined],
  ]);
});

test('only clean, read-only mappings of files are let go', () => {
  const mapping = (head: string, anonymous: number): string =>
    `${head}\nSize: 4 kB\nPrivate_Dirty:         0 kB\nAnonymous:             ${anonymous} kB`;
  const smaps = [
    mapping('00200000-00300000 r-xp 00000000 fe:00 42 /bin/a', 0),
    mapping('00300000-00400000 r--p 00000000 fe:00 42 /bin/a', 8),
    mapping('00400000-00500000 rw-p 00000000 fe:00 42 /bin/a', 0),
    mapping('00500000-00600000 r-xp 00000000 00:00 0 [vdso]', 0),
  ].join('\n');
  expect(cleanFileMappings(smaps)).toEqual([{ address: 0x200000, sizeBytes: 0x100000 }]);
});

test('this very process lives on after letting go of its code', () => {
  const pages = new CodePages();
  for (let round = 0; round < 3; round += 1) pages.release();
  expect(JSON.parse('[3,1,2]')).toEqual([3, 1, 2]);
});

test('eleven faults in a minute are too many, one each ten seconds is not', () => {
  const storm = new FaultLimit();
  expect(Array.from({ length: 11 }, (_, index) => storm.isTooMany(index)).lastIndexOf(false)).toBe(9);
  const rare = new FaultLimit();
  expect(Array.from({ length: 100 }, (_, index) => rare.isTooMany(index * 10_000))).not.toContain(true);
});
