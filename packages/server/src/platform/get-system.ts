import { tables, type EndpointAnswer, type endpoints, type Table, type TableName } from '@weft/schema';
import { z } from 'zod';
import { answer, type Handler } from '../http/handler.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { PlatformParts } from './platform-parts.ts';

type System = EndpointAnswer<(typeof endpoints)['getSystem']>;

export function createGetSystem(parts: PlatformParts): Handler<'getSystem'> {
  return async () => {
    const status = parts.intakeStatus();
    return answer({
      version: parts.version,
      startedAt: new Date(parts.startedAtMs).toISOString(),
      warehouse: parts.warehouse.kind,
      database: parts.database.kind,
      retentionDays: parts.retentionDays,
      caFingerprint: parts.caFingerprint,
      tables: await askTables(parts.warehouse),
      ...(status.freeDiskBytes === undefined ? {} : { freeDiskBytes: status.freeDiskBytes }),
      intakeState: status.state,
    });
  };
}

const sizeRow = z.object({ name: z.string(), rows: z.int(), bytes: z.int() });
const spanRow = z.object({ oldest: z.string(), newest: z.string() });

async function askTables(warehouse: Warehouse): Promise<System['tables']> {
  const sizes = await warehouse.query(sizeRow, {
    sql: `SELECT table AS name, sum(rows) AS rows, sum(bytes_on_disk) AS bytes FROM system.parts
      WHERE active AND database = currentDatabase() GROUP BY table`,
  });
  const sizeOf = new Map(sizes.map((size) => [size.name, size]));
  const names = Object.keys(tables).filter(isTableName);
  return Promise.all(names.map((name) => describeTable(warehouse, name, sizeOf.get(name))));
}

async function describeTable(
  warehouse: Warehouse,
  name: TableName,
  size: z.output<typeof sizeRow> | undefined,
): Promise<System['tables'][number]> {
  if (size === undefined) return { name, rows: 0, bytes: 0 };
  return { ...size, name, ...(await askSpan(warehouse, name)) };
}

/** Answered from the parts' minimum and maximum: nothing is read. */
async function askSpan(warehouse: Warehouse, name: TableName): Promise<z.output<typeof spanRow> | undefined> {
  const table: Table = tables[name];
  const [span] = await warehouse.query(spanRow, {
    sql: `SELECT min(${table.timeColumn}) AS oldest, max(${table.timeColumn}) AS newest FROM ${name}`,
  });
  return span;
}

function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
