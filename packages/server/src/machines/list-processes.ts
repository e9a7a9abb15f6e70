import { endpoints } from '@weft/schema';
import { containsText } from '../http/contains-text.ts';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

const row = contractRow(endpoints.listMachineProcesses.answer.shape.rows.element);

/** A process has a row in each hour it was seen; the newest one of the range tells. */
export function createListProcesses(parts: DataParts): Handler<'listMachineProcesses'> {
  return ({ input }) =>
    listOfMachine(parts, input, ({ text }) => ({
      row,
      orderBy: 'startedAt DESC, pidHash',
      sql: `SELECT
          pid_hash AS pidHash, pid, parent_pid AS parentPid, parent_pid_hash AS parentPidHash, group_id AS groupId,
          session_id AS sessionId, started_at AS startedAt, seen_at AS seenAt, exited_at AS exitedAt, exit_code AS exitCode,
          exit_signal AS exitSignal, user_name AS userName, uid, exe_path AS exePath, command_line AS commandLine,
          is_command_line_cut AS isCommandLineCut, cwd, comm, container_id AS containerId, application, kept_because AS keptBecause
        FROM process
        WHERE machine_id = {machine:String} AND seen_at >= {from:DateTime64(3)} AND seen_at < {to:DateTime64(3)}
          AND ${containsText(text, ['command_line', 'exe_path', 'user_name', 'application', 'container_id', 'pid'])}
        ORDER BY seen_at DESC, exited_at DESC NULLS LAST
        LIMIT 1 BY pid_hash`,
    }));
}
