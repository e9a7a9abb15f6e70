import { tables, type TableName } from '@weft/schema';
import { z } from 'zod';
import type { ServerConfig } from '../config/server-config.ts';
import type { Warehouse } from './warehouse.ts';

const definition = z.object({ name: z.string(), definition: z.string() });

/** Days that a table keeps its rows. */
export function retentionDaysOf(retention: ServerConfig['retentionDays'], table: TableName): number {
  return retention.byTable[table] ?? retention.default;
}

/**
 * Sets the TTL of the tables whose retention is not what the configuration says. A part keeps the expiry it was written
 * with, and a day's only part is never merged again, so the expiries are worked out anew, in the background: from the time
 * column alone, no row is rewritten.
 */
export async function setRetention(warehouse: Warehouse, retention: ServerConfig['retentionDays']): Promise<void> {
  const stored = await warehouse.query(definition, {
    sql: "SELECT name, create_table_query AS definition FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'",
  });
  for (const name of tableNames) {
    const found = stored.find((table) => table.name === name)?.definition ?? '';
    const days = retentionDaysOf(retention, name);
    if (new RegExp(`toIntervalDay\\(${days}\\)`).test(found)) continue;
    const settings = 'SETTINGS materialize_ttl_after_modify = 1';
    await warehouse.command(`ALTER TABLE \`${name}\` MODIFY SETTING materialize_ttl_recalculate_only = 1`);
    await warehouse.command(`ALTER TABLE \`${name}\` MODIFY TTL \`${tables[name].timeColumn}\` + INTERVAL ${days} DAY ${settings}`);
  }
}

const tableNames: readonly TableName[] = Object.keys(tables).filter((name): name is TableName => name in tables);
