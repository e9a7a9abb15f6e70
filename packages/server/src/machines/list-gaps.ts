import { endpoints } from '@weft/schema';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineGaps.answer.shape.rows.element);

/** Gaps that touch the range. */
export function createListGaps(parts: DataParts): Handler<'listMachineGaps'> {
  return ({ input }) =>
    listOfMachine(parts, input, () => ({
      row,
      orderBy: 'endedAt DESC, startedAt, lostWhere, lostWhat',
      sql: `SELECT started_at AS startedAt, ended_at AS endedAt, lost_where AS lostWhere, lost_what AS lostWhat, lost, reason
        FROM agent_gap
        WHERE machine_id = {machine:String} AND ended_at >= {from:DateTime64(3)} AND started_at < {to:DateTime64(3)}`,
    }));
}
