import { expect, test } from 'bun:test';
import { silentLogger } from '@weft/base';
import fc from 'fast-check';
import type { Insertion } from '../warehouse/warehouse.ts';
import { insertRows } from './insert-rows.ts';

/** A warehouse that refuses an insertion with an unreadable row, and takes each token once, as ClickHouse does. */
function pickyWarehouse() {
  const stored = new Map<string, string>();
  return {
    stored: () =>
      [...stored.values()]
        .join('')
        .split('\n')
        .filter((line) => line !== ''),
    insert: async ({ ndjson, token }: Insertion) => {
      const text = Buffer.from(ndjson).toString();
      if (text.includes('bad'))
        throw new Error('Code: 27. DB::Exception: Cannot parse input: at row 1. (CANNOT_PARSE_INPUT_ASSERTION_FAILED)');
      stored.set(token, text);
    },
  };
}

test('unreadable rows are left out and counted, all others are stored once, also when it is done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('good', 'fine', 'bad'), { minLength: 1, maxLength: 30 }), async (kinds) => {
      const warehouse = pickyWarehouse();
      const rows = kinds.map((kind, number) => `${kind}-${number}`);
      let left = 0;
      const insertion: Insertion = { table: 'exec', ndjson: Buffer.from(rows.map((row) => `${row}\n`).join('')), token: 'group:exec' };
      const parts = { warehouse, logger: silentLogger, onUnreadableRow: () => void (left += 1) };
      await insertRows(parts, insertion);
      await insertRows(parts, insertion);
      expect(warehouse.stored().toSorted()).toEqual(rows.filter((row) => !row.startsWith('bad')).toSorted());
      expect(left).toBe(2 * rows.filter((row) => row.startsWith('bad')).length);
    }),
  );
});

test('a fault that is not about the data is thrown', async () => {
  const warehouse = {
    insert: async () => Promise.reject(new Error('Code: 243. DB::Exception: Cannot reserve 1.00 MiB. (NOT_ENOUGH_SPACE)')),
  };
  const outcome = insertRows(
    { warehouse, logger: silentLogger, onUnreadableRow: () => {} },
    { table: 'exec', ndjson: Buffer.from('a\nb\n'), token: 't' },
  );
  expect(await outcome.catch((error: unknown) => String(error))).toContain('NOT_ENOUGH_SPACE');
});
