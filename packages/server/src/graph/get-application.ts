import { endpoints } from '@weft/schema';
import { z } from 'zod';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handler } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import { readTimeRange, type TimeRange } from '../http/time-range.ts';
import { containerColumns, containerRow } from '../machines/list-containers.ts';
import { execColumns } from '../machines/list-execs.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { applicationsSql } from './application-question.ts';
import { applicationRow } from './application-row.ts';
import { wholeHours } from './whole-hours.ts';

type Application = Extract<Awaited<ReturnType<Handler<'getApplication'>>>, { kind: 'answer' }>['value'];

export function createGetApplication({ warehouse, clock }: DataParts): Handler<'getApplication'> {
  return async ({ input }) => {
    const range = readTimeRange(input, clock.nowMs());
    if (range.kind === 'error') return range.error;
    const [found] = await warehouse.query(applicationRow, {
      sql: applicationsSql('1'),
      parameters: { ...wholeHours(range.value), machine: '', application: input.application },
    });
    if (found === undefined) return refuse('not-found', { message: 'This application was not seen in the time range.' });
    const [containers, recentExecs] = await Promise.all([
      askContainers(warehouse, found.containerIds),
      askExecs(warehouse, range.value, input.application, found.row.machineCount > found.row.machines.length ? [] : found.row.machines),
    ]);
    return answer({ ...found.row, containers, recentExecs });
  };
}

async function askContainers(warehouse: Warehouse, ids: readonly string[]): Promise<Application['containers']> {
  const rows = await warehouse.query(containerRow, {
    sql: `SELECT ${containerColumns} FROM container FINAL WHERE container_id IN {ids:Array(String)} ORDER BY seen_at DESC, container_id LIMIT 1000`,
    parameters: { ids },
  });
  return [...rows];
}

const execRow = contractRow(endpoints.getApplication.answer.shape.recentExecs.element);

const RECENT_EXECS = 100;

/** The table is sorted by machine. A list that is cut must not cut the answer: then it is empty, and all are read. */
const OF_MACHINES = '(empty({machines:Array(String)}) OR machine_id IN {machines:Array(String)})';

const sinceRow = z.object({ since: z.string() });

/** Only the hours that hold the newest ones are read: the hourly table tells which, whatever the range. */
async function askExecs(
  warehouse: Warehouse,
  range: TimeRange,
  application: string,
  machines: readonly string[],
): Promise<Application['recentExecs']> {
  const parameters = { ...range, machines, application };
  const [newest] = await warehouse.query(sinceRow, {
    sql: `SELECT min(hour) AS since
      FROM (
        SELECT hour, sum(node_hour.execs) AS execs, sum(execs) OVER (ORDER BY hour DESC) AS upToHere
        FROM node_hour
        WHERE application = {application:String} AND hour >= toStartOfHour({from:DateTime64(3, 'UTC')}) AND hour < {to:DateTime64(3)}
          AND ${OF_MACHINES}
        GROUP BY hour
      )
      WHERE execs > 0 AND upToHere - execs < ${RECENT_EXECS}
      HAVING count() > 0`,
    parameters,
  });
  if (newest === undefined) return [];
  const from = new Date(Math.max(range.from.getTime(), Date.parse(newest.since)));
  const rows = await warehouse.query(execRow, {
    sql: `SELECT machine_id AS machineId, ${execColumns} FROM exec
      WHERE ${OF_MACHINES} AND executed_at >= {from:DateTime64(3)} AND executed_at < {to:DateTime64(3)}
        AND application = {application:String}
      ORDER BY executed_at DESC LIMIT ${RECENT_EXECS}`,
    parameters: { ...parameters, from },
  });
  return [...rows];
}
