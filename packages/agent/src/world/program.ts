import type { CgroupPlace } from './cgroup-table.ts';

/**
 * What a process runs. A fork shares its parent's program until it execs, so a thousand workers are one program.
 * Never changed once made, but for what is found out later.
 */
export interface Program {
  /** In the process's own mount namespace; undefined for kernel threads. */
  readonly exePath: string | undefined;
  readonly argv: readonly string[];
  readonly isArgvCut: boolean;
  readonly cwd: string | undefined;
  readonly comm: string;
  readonly uid: number;
  readonly gid: number;
  readonly euid: number;
  readonly loginUid: number | undefined;
  readonly cgroup: CgroupPlace;
  /** Found when first asked for and all its parts are known. */
  application: string | undefined;
  userName: string | undefined;
  effectiveUserName: string | undefined;
  areUsersKnown: boolean;
}

type Given = Omit<Program, 'application' | 'userName' | 'effectiveUserName' | 'areUsersKnown'>;

export function createProgram(given: Given): Program {
  return { ...given, application: undefined, userName: undefined, effectiveUserName: undefined, areUsersKnown: false };
}

/** Bytes it holds, about: two per character in the worst case, and what objects cost. */
export function programBytes(program: Program): number {
  let characters = (program.exePath?.length ?? 0) + (program.cwd?.length ?? 0) + program.comm.length;
  for (const argument of program.argv) characters += argument.length + 16;
  return 200 + characters;
}
