import type { Clock } from '@weft/base';
import type { Database } from '../database/database.ts';
import type { Group } from './group.ts';
import { insertRows, type InsertParts } from './insert-rows.ts';
import type { Journal } from './journal.ts';
import { recordBatches } from './ledger.ts';

export interface StoreParts extends InsertParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
}

/**
 * Stores a group whose journal is written: rows, ledger, then the journal goes. Every step may be repeated, so after a
 * fault or a crash the whole of it is done again.
 */
export async function storeGroup(parts: StoreParts, group: Group): Promise<void> {
  for (const [table, ndjson] of group.tables) await insertRows(parts, { table, ndjson, token: `${group.id}:${table}` });
  await recordBatches(parts.database, group.batches, parts.clock.nowMs());
  await parts.journal.remove(group.id);
}
