import { expect, test } from 'bun:test';
import { silentLogger } from '@weft/base';
import { Registry } from 'prom-client';
import type { Group, Sender } from './group.ts';
import { GroupQueue, type GroupLimits } from './group-queue.ts';
import { createIntakeMetrics } from './intake-metrics.ts';
import type { ParsedBatch } from './parse-batch.ts';

function batch(rows: number): ParsedBatch {
  return {
    kind: 'parsed',
    tables: new Map([['exec', { rows, ndjson: Buffer.from('{}\n'.repeat(rows)) }]]),
    rows,
    rejected: [],
    rejectedCount: 0,
    ignoredColumns: [],
  };
}

function sender(id: string): Sender {
  const header = { format: 1, batch: id, machine: 'machine-1', hostname: 'h', agent: { version: '1' }, rows: 1 } as const;
  return { header, tokenId: 't', receivedAtMs: 0 };
}

interface Faults {
  readonly journal?: () => Error | undefined;
  readonly store?: () => Error | undefined;
}

function createQueue(faults: Faults = {}, limits: Partial<GroupLimits> = {}) {
  const stored: Group[] = [];
  let number = 0;
  const fail = (fault: (() => Error | undefined) | undefined): void => {
    const error = fault?.();
    if (error !== undefined) throw error;
  };
  const queue = new GroupQueue(
    {
      journal: async () => fail(faults.journal),
      store: async (group) => {
        await Bun.sleep(1);
        fail(faults.store);
        stored.push(group);
      },
      metrics: createIntakeMetrics(new Registry(), { inFlightBytes: () => 0, freeDiskBytes: () => 0 }),
      logger: silentLogger,
      newId: () => String((number += 1)),
      monotonicMs: () => performance.now(),
    },
    { waitMs: 5, maxWaitMs: 50, rows: 100, sizeBytes: 1_000_000, ...limits },
  );
  return { queue, stored };
}

const idsOf = (groups: readonly Group[]): string[][] => groups.map((group) => group.batches.map(({ id }) => id));

test('batches that come together are stored together, in one group', async () => {
  const { queue, stored } = createQueue();
  const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => queue.add(sender(id), batch(2)).outcome));
  expect(outcomes).toEqual([{ kind: 'stored' }, { kind: 'stored' }, { kind: 'stored' }]);
  expect(idsOf(stored)).toEqual([['a', 'b', 'c']]);
  expect(stored[0]?.tables.get('exec')?.length).toBe('{}\n'.length * 6);
});

test('a full group does not wait, and the next batch begins another', async () => {
  const { queue, stored } = createQueue({}, { waitMs: 60_000, maxWaitMs: 60_000, rows: 10 });
  const first = queue.add(sender('a'), batch(10));
  const second = queue.add(sender('b'), batch(3));
  await first.outcome;
  await queue.close();
  expect(await second.outcome).toEqual({ kind: 'stored' });
  expect(idsOf(stored)).toEqual([['a'], ['b']]);
});

test('what comes while a group is stored gathers into one next group', async () => {
  const { queue, stored } = createQueue();
  const first = queue.add(sender('a'), batch(1));
  await until(() => queue.isStoring);
  const others = ['b', 'c', 'd'].map((id) => queue.add(sender(id), batch(1)).outcome);
  await Promise.all([first.outcome, ...others]);
  expect(idsOf(stored)).toEqual([['a'], ['b', 'c', 'd']]);
});

test('closing stores what was taken', async () => {
  const { queue, stored } = createQueue({}, { waitMs: 60_000, maxWaitMs: 60_000 });
  const { outcome } = queue.add(sender('a'), batch(1));
  await queue.close();
  expect(await outcome).toEqual({ kind: 'stored' });
  expect(idsOf(stored)).toEqual([['a']]);
});

test('a group that cannot be journaled is refused, and the next one is tried', async () => {
  const errors = [Object.assign(new Error('write failed'), { code: 'ENOSPC' })];
  const { queue, stored } = createQueue({ journal: () => errors.pop() });
  const refused = queue.add(sender('a'), batch(1));
  expect(await refused.outcome).toEqual({ kind: 'full' });
  await refused.settled;
  expect(queue.trouble).toBeUndefined();
  expect(await queue.add(sender('a'), batch(1)).outcome).toEqual({ kind: 'stored' });
  expect(idsOf(stored)).toEqual([['a']]);
});

test('a journaled group is tried until it is stored; its sender and those behind are told at once', async () => {
  let isFull = true;
  const { queue, stored } = createQueue({ store: () => (isFull ? new Error('Code: 243. (NOT_ENOUGH_SPACE)') : undefined) }, { rows: 1 });
  const first = queue.add(sender('a'), batch(1));
  const behind = queue.add(sender('b'), batch(1));
  expect(await first.outcome).toEqual({ kind: 'full' });
  expect(await behind.outcome).toEqual({ kind: 'full' });
  await behind.settled;
  expect(queue.trouble).toBe('full');
  isFull = false;
  await first.settled;
  expect(queue.trouble).toBeUndefined();
  expect(idsOf(stored)).toEqual([['a']]);
});

test('closing leaves a journaled group that cannot be stored to the next start', async () => {
  const { queue, stored } = createQueue({ store: () => new Error('no') });
  const { outcome } = queue.add(sender('a'), batch(1));
  expect(await outcome).toEqual({ kind: 'failed' });
  await queue.close();
  expect(stored).toEqual([]);
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await Bun.sleep(0);
}
