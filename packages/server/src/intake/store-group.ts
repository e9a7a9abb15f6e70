import type { Clock } from '@weft/base';
import type { Database } from '../database/database.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { Group } from './group.ts';
import type { Journal } from './journal.ts';
import { recordBatches } from './ledger.ts';

export interface StoreParts {
  readonly warehouse: Pick<Warehouse, 'insert'>;
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
}

/**
 * Stores a group whose journal is written: rows, ledger, then the journal goes. Every step may be repeated, so after a
 * fault or a crash the whole of it is done again.
 */
export async function storeGroup(parts: StoreParts, group: Group): Promise<void> {
  for (const [table, ndjson] of group.tables) await parts.warehouse.insert({ table, ndjson, token: `${group.id}:${table}` });
  await recordBatches(parts.database, group.batches, parts.clock.nowMs());
  await parts.journal.remove(group.id);
}
