import { join } from 'node:path';
import type { Clock } from '@weft/base';
import { startStep } from './cannot-start.ts';
import type { ServerConfig } from './config/server-config.ts';
import { applyMigrations } from './database/apply-migrations.ts';
import type { Database } from './database/database.ts';
import { databaseMigrations } from './database/migrations.ts';
import { openDatabase } from './database/open-database.ts';
import { applyWarehouseMigrations } from './warehouse/apply-warehouse-migrations.ts';
import { openClusterWarehouse } from './warehouse/cluster-warehouse.ts';
import { openEmbeddedWarehouse } from './warehouse/embedded-warehouse.ts';
import { warehouseMigrations } from './warehouse/migrations.ts';
import { setRetention } from './warehouse/set-retention.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** The database at the newest schema. @throws CannotStart */
export async function openMigratedDatabase(config: ServerConfig, clock: Clock): Promise<Database> {
  const mend =
    config.databaseUrl === undefined
      ? `It is ${join(config.dataFolder, 'weft.db')}: look at the folder's rights and at the disk's free space.`
      : 'It is the PostgreSQL of WEFT_DATABASE_URL: look whether it runs and takes this user.';
  return startStep('open the database', mend, async () => {
    const database = await openDatabase({ url: config.databaseUrl, dataFolder: config.dataFolder });
    await applyMigrations(database, databaseMigrations, clock.nowMs());
    return database;
  });
}

/** The warehouse at the newest schema, with its retention set. @throws CannotStart */
export async function openMigratedWarehouse(config: ServerConfig): Promise<Warehouse> {
  const { clickhouseUrl, dataFolder } = config;
  const folder = join(dataFolder, 'warehouse');
  const mend =
    clickhouseUrl === undefined
      ? `It is ${folder}: look at the folder's rights and at the disk's free space.`
      : 'It is the ClickHouse of WEFT_CLICKHOUSE_URL: look whether it runs and takes this user.';
  return startStep('open the warehouse', mend, async () => {
    const warehouse = clickhouseUrl === undefined ? openEmbeddedWarehouse(folder) : openClusterWarehouse(clickhouseUrl);
    await applyWarehouseMigrations(warehouse, warehouseMigrations);
    await setRetention(warehouse, config.retentionDays);
    return warehouse;
  });
}
