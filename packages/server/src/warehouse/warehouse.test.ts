import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTableSql, tables, type TableName } from '@weft/schema';
import { z } from 'zod';
import { NewerSchema } from '../database/apply-migrations.ts';
import { applyWarehouseMigrations } from './apply-warehouse-migrations.ts';
import { startClickhouse, type Clickhouse } from '../testing/clickhouse.ts';
import { openClusterWarehouse } from './cluster-warehouse.ts';
import { openEmbeddedWarehouse } from './embedded-warehouse.ts';
import { warehouseMigrations } from './migrations.ts';
import { setRetention } from './set-retention.ts';
import { WarehouseTimeout, type Warehouse } from './warehouse.ts';

const tableNames = Object.keys(tables).filter((name): name is TableName => name in tables);
/** Retention drops old rows as they are inserted: times are of the running hour. */
const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
const at = (minutes: number): string => new Date(hour.getTime() + minutes * 60_000).toISOString();

const folder = mkdtempSync(join(tmpdir(), 'weft-warehouse-'));
let clickhouse: Clickhouse;
const warehouses = new Map<Warehouse['kind'], Warehouse>();

beforeAll(async () => {
  clickhouse = await startClickhouse();
  warehouses.set('embedded', openEmbeddedWarehouse(folder));
  warehouses.set('cluster', openClusterWarehouse(clickhouse.url));
  for (const warehouse of warehouses.values()) {
    await applyWarehouseMigrations(warehouse, warehouseMigrations);
    await setRetention(warehouse, { default: 92, byTable: {} });
  }
}, 90_000);

afterAll(async () => {
  for (const warehouse of warehouses.values()) await warehouse.close();
  await clickhouse.stop();
  rmSync(folder, { recursive: true });
});

/** One table of cases for both. */
describe.each<Warehouse['kind']>(['embedded', 'cluster'])('%s', (kind) => {
  const opened = (): Warehouse => warehouses.get(kind) ?? expect.unreachable();

  async function definition(database: string, name: string): Promise<string | undefined> {
    const rows = await opened().query(z.object({ text: z.string() }), {
      sql: 'SELECT create_table_query AS text FROM system.tables WHERE database = {database:String} AND name = {name:String}',
      parameters: { database, name },
    });
    return rows[0]?.text.replace(`${database}.`, '');
  }

  async function sum(sql: string, parameters = {}): Promise<number | undefined> {
    const rows = await opened().query(z.object({ n: z.number() }), { sql, parameters });
    return rows[0]?.n;
  }

  test.each(tableNames)('the migrations give the table %s exactly as the catalogue derives it', async (name) => {
    await opened().command('CREATE DATABASE IF NOT EXISTS derived');
    const derived = createTableSql(name, { retentionDays: 92 }).replace('`', 'derived.`');
    await opened().command(derived);
    expect(await definition('default', name)).toBe((await definition('derived', name)) ?? 'not derived');
  });

  test('every view writes all columns of its table, by name', async () => {
    const wrong = await opened().query(z.object({ view: z.string(), columns: z.array(z.string()) }), {
      sql: `SELECT table AS view, groupArray(name) AS columns FROM system.columns WHERE database = 'default' AND (table LIKE 'edge_hour_%' OR table LIKE 'node_hour_%') GROUP BY table ORDER BY table`,
    });
    expect(wrong).toHaveLength(6);
    for (const { view, columns } of wrong) {
      const table = view.startsWith('edge') ? tables.edge_hour : tables.node_hour;
      expect([view, ...columns.toSorted()]).toEqual([view, ...Object.keys(table.columns).toSorted()]);
    }
  });

  test('migrations run once, and a newer warehouse is refused', async () => {
    await applyWarehouseMigrations(opened(), warehouseMigrations);
    const refusal = await applyWarehouseMigrations(opened(), warehouseMigrations.slice(0, 1)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NewerSchema);
  });

  test('retention is set per table, and only where it differs', async () => {
    await setRetention(opened(), { default: 92, byTable: { dns: 7 } });
    expect(await definition('default', 'dns')).toContain('asked_at + toIntervalDay(7)');
    expect(await definition('default', 'exec')).toContain('executed_at + toIntervalDay(92)');
    await setRetention(opened(), { default: 92, byTable: {} });
    expect(await definition('default', 'dns')).toContain('asked_at + toIntervalDay(92)');
  });

  const intake = { machine_id: 'machine-1', batch_id: 'b', received_at: at(0) };

  test('a changed retention holds for what is stored already', async () => {
    const row = { ...intake, at: at(10), cpu_percent: 1, tiers: {} };
    await opened().insert({ table: 'agent_metric', ndjson: Buffer.from(`${JSON.stringify(row)}\n`), token: 'retention' });
    await setRetention(opened(), { default: 92, byTable: { agent_metric: 7 } });
    const sql = `SELECT dateDiff('day', {at:DateTime64(3)}, max(delete_ttl_info_max)) AS n FROM system.parts
      WHERE database = 'default' AND table = 'agent_metric' AND active AND rows > 0`;
    while ((await sum(sql, { at: new Date(row.at) })) !== 7) await Bun.sleep(50);
    await setRetention(opened(), { default: 92, byTable: {} });
  });

  function connections(count: number): Uint8Array {
    const row = {
      ...intake,
      minute: at(15),
      direction: 'inbound',
      protocol: 'tcp',
      application: 'unit:a.service|a|service',
      pid_hash: 2 ** 53 - 1,
      local_address: '10.0.0.1',
      peer_address: '10.0.0.2',
      peer: 'ip:10.0.0.2',
      port: 443,
      opened: 1,
      failed: 0,
      open: 0,
      sent_bytes: 10,
      received_bytes: 3,
      first_at: at(16),
      last_at: at(17),
    };
    return Buffer.from(Array.from({ length: count }, () => `${JSON.stringify(row)}\n`).join(''));
  }

  test('an insertion with the same token is stored once, in the table and in its views', async () => {
    for (const token of ['one', 'one', 'two', 'one']) await opened().insert({ table: 'connection', ndjson: connections(1000), token });
    expect(await sum('SELECT count() AS n FROM connection')).toBe(2000);
    expect(await sum(`SELECT sum(events) AS n FROM edge_hour WHERE type = 'accept'`)).toBe(2000);
    expect(await sum(`SELECT sum(sent_bytes) AS n FROM edge_hour WHERE source = 'ip:10.0.0.2'`)).toBe(6000);
    expect(await sum('SELECT uniqCombinedMerge(12)(instances) AS n FROM node_hour')).toBe(1);
  });

  test('two tables may use one token, and a token holds after a merge', async () => {
    const gap = {
      ...intake,
      started_at: at(0),
      ended_at: at(0),
      lost_where: 'ring',
      lost_what: 'exec',
      reason: 'r',
    };
    await opened().insert({ table: 'agent_gap', ndjson: Buffer.from(`${JSON.stringify(gap)}\n`), token: 'one' });
    expect(await sum('SELECT count() AS n FROM agent_gap')).toBe(1);
    for (const table of ['connection', 'edge_hour', 'node_hour']) await opened().command(`OPTIMIZE TABLE ${table} FINAL`);
    await opened().insert({ table: 'connection', ndjson: connections(1000), token: 'two' });
    expect(await sum(`SELECT sum(events) AS n FROM edge_hour WHERE type = 'accept'`)).toBe(2000);
  });

  test('a crash between a table and any of its views, and the views of those, is mended by the repetition', async () => {
    const counted = async (): Promise<readonly (number | undefined)[]> => [
      await sum('SELECT count() AS n FROM connection'),
      await sum(`SELECT sum(events) AS n FROM edge_hour WHERE type = 'accept'`),
      await sum('SELECT sum(connections) AS n FROM machine_hour'),
    ];
    const before = await counted();
    for (const [index, view] of ['edge_hour_connection', 'machine_hour_edge_hour'].entries()) {
      const insertion = { table: 'connection', ndjson: connections(50), token: `crash ${view}` } as const;
      await opened().command(`DETACH TABLE ${view}`);
      await opened().insert(insertion);
      await opened().command(`ATTACH TABLE ${view}`);
      for (const _ of ['repetition', 'another']) await opened().insert(insertion);
      expect(await counted()).toEqual(before.map((rows = 0) => rows + 50 * (index + 1)));
    }
  });

  test('rows of more days than a hundred go in one insertion', async () => {
    const gaps = Array.from({ length: 150 }, (_, day) => {
      const later = at(day * 1440);
      return `${JSON.stringify({ ...intake, started_at: later, ended_at: later, lost_where: 'days', lost_what: 'exec', reason: 'r' })}\n`;
    });
    await opened().insert({ table: 'agent_gap', ndjson: Buffer.from(gaps.join('')), token: 'days' });
    await opened().insert({ table: 'agent_gap', ndjson: Buffer.from(gaps.join('')), token: 'days' });
    expect(await sum(`SELECT count() AS n FROM agent_gap WHERE lost_where = 'days'`)).toBe(150);
  }, 60_000);

  test('an answer has numbers of 53 bits, ISO times and null', async () => {
    const row = z.object({ pid_hash: z.number(), minute: z.string(), container_id: z.null() });
    const parameters = { from: hour, text: "o'; DROP", list: ["a'b", 'unit:a.service|a|service'] };
    const rows = await opened().query(row, {
      sql: `SELECT pid_hash, minute, container_id FROM connection
      WHERE minute >= {from:DateTime64(3)} AND application != {text:String} AND application IN {list:Array(String)} LIMIT 1`,
      parameters,
    });
    expect(rows).toEqual([{ pid_hash: 2 ** 53 - 1, minute: at(15), container_id: null }]);
  });

  test('a sum beyond 53 bits stops there', async () => {
    const sql = 'SELECT sum(n) AS n FROM (SELECT arrayJoin([9007199254740991, 9007199254740991]) AS n)';
    expect(await opened().query(z.object({ n: z.int() }), { sql })).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
  });

  test('a question that takes too long is a WarehouseTimeout, and inserts do not wait for it', async () => {
    const question = opened().query(z.unknown(), { sql: 'SELECT max(sipHash64(number)) FROM numbers(100000000000)', timeoutMs: 1000 });
    let isAnswered = false;
    const settled = question.catch((error: unknown) => error).finally(() => (isAnswered = true));
    await opened().insert({ table: 'connection', ndjson: connections(1), token: 'during' });
    expect(isAnswered).toBe(false);
    expect(await settled).toBeInstanceOf(WarehouseTimeout);
  }, 20_000);
});
