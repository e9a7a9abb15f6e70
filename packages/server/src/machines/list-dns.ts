import { endpoints } from '@weft/schema';
import { containsText } from '../http/contains-text.ts';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineDns.answer.shape.rows.element);

export function createListDns(parts: DataParts): Handler<'listMachineDns'> {
  return ({ input }) =>
    listOfMachine(parts, input, ({ text }) => ({
      row,
      orderBy: 'askedAt DESC, name, answerAddress',
      sql: `SELECT
          asked_at AS askedAt, application, server_address AS serverAddress, name, record_type AS recordType,
          response_code AS responseCode, answer_address AS answerAddress, ttl
        FROM dns
        WHERE machine_id = {machine:String} AND asked_at >= {from:DateTime64(3)} AND asked_at < {to:DateTime64(3)}
          AND ${containsText(text, ['name', 'application', 'server_address', 'answer_address', 'response_code'])}`,
    }));
}
