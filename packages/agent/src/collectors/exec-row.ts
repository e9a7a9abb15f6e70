import type { WireLine } from '@weft/schema';
import type { KnownProcess } from '../world/known-process.ts';
import type { Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import { commandLineOf } from './command-line.ts';

/** An exec, kept until what surrounds it is known. The programs are those of that moment. */
export interface ExecNote {
  readonly process: KnownProcess;
  readonly program: Program;
  readonly parentProgram: Program | undefined;
  readonly atNs: number;
}

export function execRow({ process, program, parentProgram, atNs }: ExecNote, { clock, names, processes }: World): WireLine {
  names.nameUsers(program, process.pid);
  return {
    table: 'exec',
    executed_at: clock.toIso(atNs),
    pid: process.pid,
    pid_hash: process.pidHash,
    started_at: clock.toIso(process.startNs),
    parent_pid: process.parent.pid,
    parent_pid_hash: processes.hashOf(process.parent),
    parent_exe_path: parentProgram?.exePath,
    parent_application: parentProgram === undefined ? undefined : names.of(parentProgram),
    uid: program.uid,
    gid: program.gid,
    effective_uid: program.euid,
    user_name: program.userName,
    exe_path: program.exePath ?? '',
    command_line: commandLineOf(program),
    is_command_line_cut: program.isArgvCut,
    cwd: program.cwd,
    comm: program.comm,
    container_id: program.cgroup.container?.id,
    application: names.of(program),
  };
}
