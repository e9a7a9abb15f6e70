import { endpoints } from '@weft/schema';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineListeners.answer.shape.rows.element);

export function createListListeners(parts: DataParts): Handler<'listMachineListeners'> {
  return ({ input }) =>
    listOfMachine(parts, input, () => ({
      row,
      orderBy: 'port, protocol, address, application',
      sql: `SELECT
          protocol, address, port, application, exe_path AS exePath, user_name AS userName, container_id AS containerId,
          seen_at AS seenAt, closed_at AS closedAt
        FROM listener
        WHERE machine_id = {machine:String} AND seen_at >= {from:DateTime64(3)} AND seen_at < {to:DateTime64(3)}
        ORDER BY seen_at DESC, closed_at DESC NULLS LAST
        LIMIT 1 BY protocol, address, port, application`,
    }));
}
