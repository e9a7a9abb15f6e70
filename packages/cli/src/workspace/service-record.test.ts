import { afterAll, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimLock } from './claim-lock.ts';
import { identifyProcess } from './process-identity.ts';
import { readServiceRecord, runningService, writeServiceRecord, type ServiceRecord } from './service-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

function ownRecord(): ServiceRecord {
  const identity = identifyProcess(process.pid);
  if (identity === undefined) throw new Error('this process runs');
  return { identity, startedAtMs: 1, logFile: '/l', port: 1, folder: '/f' };
}

test('a record is of a running service only while that very process runs', () => {
  const record = ownRecord();
  writeServiceRecord(folder, 'server', record);
  expect(runningService(folder, 'server')).toEqual(record);
  writeServiceRecord(folder, 'server', { ...record, identity: { ...record.identity, startTicks: 1 } });
  expect(runningService(folder, 'server')).toBeUndefined();
  expect(readServiceRecord(folder, 'server')).toBeDefined();
});

test.each(['', '{', '[]', 'null', '{"identity":{"pid":1}}', '{"identity":{"pid":"1","startTicks":1,"bootId":""}}'])(
  '%s is no record of ours',
  (text) => {
    writeFileSync(join(folder, 'agent.json'), text);
    expect(readServiceRecord(folder, 'agent')).toBeUndefined();
  },
);

test('a lock is held once, and taken over from a process that is gone', () => {
  const path = join(folder, 'up.lock');
  const first = claimLock(path);
  const second = claimLock(path);
  expect([first.kind, second.kind]).toEqual(['claimed', 'busy']);
  if (first.kind === 'claimed') first.release();
  const third = claimLock(path);
  if (first.kind === 'claimed') first.release();
  expect(claimLock(path).kind).toBe('busy');
  if (third.kind === 'claimed') third.release();
  writeFileSync(path, JSON.stringify({ ...ownRecord().identity, startTicks: 1 }));
  expect(claimLock(path).kind).toBe('claimed');
  expect(claimLock('/proc/weft/up.lock').kind).toBe('denied');
});
