import { afterAll, expect, test } from 'bun:test';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group } from './group.ts';
import { openJournal } from './journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const group = (id: string): Group => ({
  id,
  batches: [{ id: 'b', machine: 'machine-1', hostname: 'h', version: '1', tokenId: 't', rows: 2, rejectedRows: 0, receivedAtMs: 5 }],
  tables: new Map([
    ['exec', Buffer.from('{"a":"ä"}\n{}\n')],
    ['dns', Buffer.from('{}\n')],
  ]),
});

test('what is written is left for the next run as it was, until it is removed', async () => {
  const journal = await openJournal(folder);
  await journal.write(group('2'));
  await journal.write(group('1'));
  const next = await openJournal(folder);
  expect(await next.left()).toEqual(['1', '2']);
  const read = await next.read('1');
  expect([...read.tables].map(([name, rows]) => [name, Buffer.from(rows).toString()])).toEqual([
    ['exec', '{"a":"ä"}\n{}\n'],
    ['dns', '{}\n'],
  ]);
  expect({ ...read, tables: undefined }).toEqual({ ...group('1'), tables: undefined });
  await next.remove('1');
  await next.remove('2');
  expect(readdirSync(folder)).toEqual([]);
});

test('a half-written file was never acknowledged and goes', async () => {
  writeFileSync(join(folder, '3.ndjson.half'), '{"format":1');
  expect(await (await openJournal(folder)).left()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a journal that is shorter than it says is an error, not a smaller group', async () => {
  const journal = await openJournal(folder);
  await journal.write(group('4'));
  const path = join(folder, '4.ndjson');
  writeFileSync(path, (await Bun.file(path).text()).slice(0, -2));
  expect(await journal.read('4').catch((error: unknown) => String(error))).toContain('The journal of group 4');
});
