/**
 * The peer of `intake.ts`, in a process of its own: the ClickHouse client on chDB inserts the same rows into the same
 * tables, with the same views. Words: warehouse folder, rows, rows an insertion. Prints one line of JSON.
 */
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { sampleRow } from './intake-rows.ts';

const [path = '', rowCount = '0', rowsAnInsertion = '1000'] = process.argv.slice(2);
const connection: unknown = createChdbConnection({ path });
// oxlint-disable-next-line typescript/consistent-type-assertions -- one interface in two copies, set apart by a private field
const client = createClient({ connection: connection as NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']> });
const at = new Date().toISOString();
const intake = { machine_id: 'machine-0000', batch_id: 'straight', received_at: at };

/** Made before the clock starts, as `intake.ts` makes its bodies. */
const groups: Map<string, object[]>[] = [];
for (let number = 0; number < Number(rowCount); number += 1) {
  if (number % Number(rowsAnInsertion) === 0) groups.push(new Map());
  const { table, ...row } = sampleRow(number, at);
  const group = groups.at(-1);
  const values = group?.get(table);
  if (values === undefined) group?.set(table, [{ ...row, ...intake }]);
  else values.push({ ...row, ...intake });
}

const times: number[] = [];
const cpuBefore = process.cpuUsage();
const startMs = performance.now();
for (const group of groups) {
  const groupStartMs = performance.now();
  for (const [table, values] of group) {
    await client.insert({ table, values, format: 'JSONEachRow', clickhouse_settings: { date_time_input_format: 'best_effort' } });
  }
  times.push(performance.now() - groupStartMs);
}
const seconds = (performance.now() - startMs) / 1000;
const cpu = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, times }));
await client.close();
