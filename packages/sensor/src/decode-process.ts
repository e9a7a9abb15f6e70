/** Records of a process's life. Each takes a view in which the whole record is known to lie. */
import type { CgroupEvent, ExecEvent, ExitEvent, ForkEvent } from './events';
import { textBetween } from './field';
import { cgroupLayout, execLayout, exitLayout, forkLayout, headerLayout } from './layout';

/** Source: `enum exec_flags` in bpf/record.h. */
const ARGV_TRUNCATED = 1;
const PATH_TRUNCATED = 2;
const UNLINKED = 4;

/** Audit's "nobody set it", for user and session. */
const NOT_SET = 0xff_ff_ff_ff;

const exec = execLayout.fields;
const fork = forkLayout.fields;
const exit = exitLayout.fields;
const cgroup = cgroupLayout.fields;
const header = headerLayout.fields;

export function decodeExec(view: DataView, at: number): ExecEvent | undefined {
  const text = execText(view, at);
  if (text === undefined) return undefined;
  return { ...execProcess(view, at), ...execCredentials(view, at), ...execFlags(view, at), ...text };
}

function execProcess(
  view: DataView,
  at: number,
): Pick<ExecEvent, 'kind' | 'atNs' | 'process' | 'parent' | 'groupId' | 'sessionId' | 'tracerPid' | 'oldPid' | 'comm'> {
  const pid = exec.pid.read(view, at);
  const oldPid = exec.oldPid.read(view, at);
  return {
    kind: 'exec',
    atNs: header.atNs.read(view, at),
    process: { pid, startNs: exec.startNs.read(view, at) },
    parent: { pid: exec.parentPid.read(view, at), startNs: exec.parentStartNs.read(view, at) },
    groupId: exec.groupId.read(view, at),
    sessionId: exec.sessionId.read(view, at),
    tracerPid: unless(exec.tracerPid.read(view, at), 0),
    oldPid: unless(oldPid, pid),
    comm: exec.comm.read(view, at),
  };
}

function execCredentials(
  view: DataView,
  at: number,
): Pick<ExecEvent, 'uid' | 'gid' | 'euid' | 'egid' | 'loginUid' | 'auditSessionId' | 'cgroupId' | 'namespaces'> {
  return {
    uid: exec.uid.read(view, at),
    gid: exec.gid.read(view, at),
    euid: exec.euid.read(view, at),
    egid: exec.egid.read(view, at),
    loginUid: unless(exec.loginUid.read(view, at), NOT_SET),
    auditSessionId: unless(exec.auditSessionId.read(view, at), NOT_SET),
    cgroupId: exec.cgroupId.read(view, at),
    namespaces: {
      pid: exec.pidNs.read(view, at),
      mnt: exec.mntNs.read(view, at),
      net: exec.netNs.read(view, at),
      user: exec.userNs.read(view, at),
    },
  };
}

function execFlags(view: DataView, at: number): Pick<ExecEvent, 'isArgvTruncated' | 'isPathTruncated' | 'isExeUnlinked'> {
  const flags = header.flags.read(view, at);
  return {
    isArgvTruncated: (flags & ARGV_TRUNCATED) !== 0,
    isPathTruncated: (flags & PATH_TRUNCATED) !== 0,
    isExeUnlinked: (flags & UNLINKED) !== 0,
  };
}

function execText(view: DataView, at: number): Pick<ExecEvent, 'exePath' | 'cwd' | 'argv'> | undefined {
  const exeAt = at + execLayout.sizeBytes;
  const cwdAt = exeAt + exec.exeBytes.read(view, at);
  const argvAt = cwdAt + exec.cwdBytes.read(view, at);
  const endAt = argvAt + exec.argvBytes.read(view, at);
  if (endAt !== at + header.sizeBytes.read(view, at)) return undefined;
  return {
    exePath: textBetween(view, exeAt, cwdAt),
    cwd: textBetween(view, cwdAt, argvAt),
    argv: splitArgv(textBetween(view, argvAt, endAt)),
  };
}

/** Every string ends in NUL, but for the last one when it was cut. */
function splitArgv(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
}

export function decodeFork(view: DataView, at: number): ForkEvent {
  return {
    kind: 'fork',
    atNs: header.atNs.read(view, at),
    process: { pid: fork.pid.read(view, at), startNs: fork.startNs.read(view, at) },
    parent: { pid: fork.parentPid.read(view, at), startNs: fork.parentStartNs.read(view, at) },
    groupId: fork.groupId.read(view, at),
    sessionId: fork.sessionId.read(view, at),
    cgroupId: fork.cgroupId.read(view, at),
    uid: fork.uid.read(view, at),
    comm: fork.comm.read(view, at),
  };
}

/** Source of the status's shape: wait(2). */
export function decodeExit(view: DataView, at: number): ExitEvent {
  const status = exit.waitStatus.read(view, at);
  return {
    kind: 'exit',
    atNs: header.atNs.read(view, at),
    process: { pid: exit.pid.read(view, at), startNs: exit.startNs.read(view, at) },
    exitCode: (status >> 8) & 0xff,
    signal: unless(status & 0x7f, 0),
  };
}

export function decodeCgroup(view: DataView, at: number): CgroupEvent | undefined {
  const pathAt = at + cgroupLayout.sizeBytes;
  const endAt = pathAt + cgroup.pathBytes.read(view, at);
  if (endAt !== at + header.sizeBytes.read(view, at)) return undefined;
  return { kind: 'cgroup', cgroupId: cgroup.cgroupId.read(view, at), path: textBetween(view, pathAt, endAt) };
}

function unless(value: number, unknown: number): number | undefined {
  return value === unknown ? undefined : value;
}
