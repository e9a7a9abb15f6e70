import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { drainPending } from 'chdb';
import { createChdbConnection } from 'chdb/connection';
import { askClient } from './ask-client.ts';
import { createReaderPool } from './reader-pool.ts';
import { insertSettings } from './statement.ts';
import type { Warehouse } from './warehouse.ts';

/** Questions at once. Each occupies a thread of the pool for as long as it runs, see `with-threads.ts`. */
export const embeddedReaders = 4;

/**
 * chDB on a folder. One connection runs one statement at a time, so a slow question would hold up the intake: writing and
 * each reader have a connection of their own.
 *
 * One folder per process, and on the main thread only: chDB's limits.
 */
export function openEmbeddedWarehouse(path: string): Warehouse {
  const writer = createChdbConnection({ path });
  const writerClient = clientOn(writer);
  const readers = createReaderPool(embeddedReaders, () => clientOn(createChdbConnection({ path })));
  return {
    kind: 'embedded',
    query: (row, question) => readers.use((client) => askClient(client, row, question)),
    insert: async (insertion) => {
      await writer.chdb.rawInsert({
        table: insertion.table,
        values: insertion.ndjson,
        format: 'JSONEachRow',
        settings: insertSettings(insertion),
      });
    },
    command: async (sql) => {
      await writerClient.command({ query: sql });
    },
    close: async () => {
      for (const client of [...readers.made(), writerClient]) await client.close();
      await drainPending();
    },
  };
}

function clientOn(connection: unknown): ClickHouseClient {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- one interface in two copies: chDB's comes from client-common, the client has its own, and a private field sets them apart
  return createClient({ connection: connection as InjectedConnection });
}

type InjectedConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;
