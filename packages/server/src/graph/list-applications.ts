import { containsText } from '../http/contains-text.ts';
import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handler } from '../http/handler.ts';
import { listRows } from '../http/list-rows.ts';
import { readTimeRange } from '../http/time-range.ts';
import { applicationsSql } from './application-question.ts';
import { applicationRow } from './application-row.ts';
import { wholeHours } from './whole-hours.ts';

export function createListApplications({ warehouse, clock }: DataParts): Handler<'listApplications'> {
  return async ({ input }) => {
    const range = readTimeRange(input, clock.nowMs());
    if (range.kind === 'error') return range.error;
    const { rows, total } = await listRows(warehouse, {
      row: applicationRow,
      sql: applicationsSql(containsText(input.text, ['application', 'users', 'exePaths'])),
      orderBy: 'lastSeenAt DESC, application',
      parameters: { ...wholeHours(range.value), machine: input.machine ?? '', application: '', text: input.text ?? '' },
      limit: input.limit,
    });
    return answer({ rows: rows.map(({ row }) => row), total });
  };
}
