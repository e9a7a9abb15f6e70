import { endpoints } from '@weft/schema';
import { containsText } from '../http/contains-text.ts';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineExecs.answer.shape.rows.element);

/** Columns of `exec` as the contract's exec row names them. */
export const execColumns = `executed_at AS executedAt, pid, pid_hash AS pidHash, parent_pid AS parentPid,
  parent_pid_hash AS parentPidHash, parent_exe_path AS parentExePath, parent_application AS parentApplication,
  user_name AS userName, uid, exe_path AS exePath, command_line AS commandLine, is_command_line_cut AS isCommandLineCut, cwd,
  container_id AS containerId, application`;

export function createListExecs(parts: DataParts): Handler<'listMachineExecs'> {
  return ({ input }) =>
    listOfMachine(parts, input, ({ text }) => ({
      row,
      orderBy: 'executedAt DESC, pidHash',
      sql: `SELECT ${execColumns}
        FROM exec
        WHERE machine_id = {machine:String} AND executed_at >= {from:DateTime64(3)} AND executed_at < {to:DateTime64(3)}
          AND ${containsText(text, ['command_line', 'exe_path', 'parent_exe_path', 'user_name', 'application', 'container_id', 'cwd', 'pid'])}`,
    }));
}
