import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { askClient } from './ask-client.ts';
import { insertStatement } from './statement.ts';
import type { Warehouse } from './warehouse.ts';

/** Longer than any question may run, so that the server's own timeout comes first. */
const REQUEST_TIMEOUT_MS = 120_000;

/** A ClickHouse server, by URL: `https://user:password@host:8443/database`. */
export function openClusterWarehouse(url: string): Warehouse {
  // Faults reach our own log through those who ask.
  const client = createClient({
    url,
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: 10,
    compression: { request: true },
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    kind: 'cluster',
    query: (row, question) => askClient(client, row, question),
    insert: async (insertion) => {
      const { stream } = await client.exec({
        query: insertStatement(insertion),
        values: Readable.from([insertion.ndjson], { objectMode: false }),
      });
      await finished(stream.resume());
    },
    command: async (sql) => {
      await client.command({ query: sql });
    },
    close: () => client.close(),
  };
}
