import type { WireLine } from '@weft/schema';
import type { KnownProcess } from '../world/known-process.ts';
import type { World } from '../world/world.ts';
import { commandLineOf } from './command-line.ts';

/** `keptBecause` of a process that is not kept is `ancestor`: rows are made of kept ones only. */
export function processRow(process: KnownProcess, { clock, names, processes }: World): WireLine {
  const { program, exit } = process;
  names.nameUsers(program, process.pid);
  return {
    table: 'process',
    seen_at: new Date(clock.nowMs()).toISOString(),
    started_at: clock.toIso(process.startNs),
    exited_at: exit === undefined ? undefined : clock.toIso(exit.atNs),
    exit_code: exit?.signal === undefined ? exit?.code : undefined,
    exit_signal: exit?.signal,
    pid: process.pid,
    pid_hash: process.pidHash,
    parent_pid: process.parent.pid,
    parent_pid_hash: processes.hashOf(process.parent),
    group_id: process.groupId,
    session_id: process.sessionId,
    uid: program.uid,
    gid: program.gid,
    user_name: program.userName,
    effective_user_name: program.effectiveUserName,
    exe_path: program.exePath,
    command_line: commandLineOf(program),
    is_command_line_cut: program.isArgvCut,
    cwd: program.cwd,
    comm: program.comm,
    container_id: program.cgroup.container?.id,
    application: names.of(program),
    kept_because: process.keptBecause ?? 'ancestor',
  };
}
