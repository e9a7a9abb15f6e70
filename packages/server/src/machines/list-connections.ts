import { endpoints } from '@weft/schema';
import { containsText } from '../http/contains-text.ts';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineConnections.answer.shape.rows.element);

const TEXT_COLUMNS = [
  'application',
  'exe_path',
  'user_name',
  'peer',
  'peer_address',
  'peer_name',
  'peer_application',
  'container_id',
  'port',
];

/** Minutes are summed. What may differ inside a sum (executable, user, name, container) is the newest known one. */
export function createListConnections(parts: DataParts): Handler<'listMachineConnections'> {
  return ({ input }) =>
    listOfMachine(parts, input, ({ text }) => ({
      row,
      orderBy: 'lastAt DESC, application, peer, peerAddress, port, direction',
      sql: `SELECT
          {machine:String} AS machineId, if(direction = 'inbound', 'inbound', 'outbound') AS direction, protocol, application,
          argMax(exe_path, last_at) AS exePath, argMax(user_name, last_at) AS userName, peer, peer_address AS peerAddress,
          argMax(peer_name, last_at) AS peerName, argMax(peer_application, last_at) AS peerApplication, port,
          sum(opened) AS opened, sum(failed) AS failed, sum(sent_bytes) AS sentBytes, sum(received_bytes) AS receivedBytes,
          min(first_at) AS firstAt, max(last_at) AS lastAt, argMax(container_id, last_at) AS containerId
        FROM connection
        WHERE machine_id = {machine:String} AND minute >= toStartOfMinute({from:DateTime64(3, 'UTC')}) AND minute < {to:DateTime64(3)}
          AND ${containsText(text, TEXT_COLUMNS)}
        GROUP BY direction, protocol, application, peer, peer_address, port`,
    }));
}
