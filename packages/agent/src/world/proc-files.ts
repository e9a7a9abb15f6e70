import { closeSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { parseProcStat, type ProcStat } from './proc-stat.ts';
import { parseProcStatus, type ProcStatus } from './proc-status.ts';

/** As much of the arguments as the sensor keeps. */
const MAX_ARGV_BYTES = 4096;
const MAX_FILE_BYTES = 16_384;
const NO_LOGIN = 4_294_967_295;
const buffer = new Uint8Array(MAX_FILE_BYTES);

/** A living process as `/proc` shows it. */
export interface ProcProcess extends ProcStat, ProcStatus {
  readonly pid: number;
  readonly exePath: string | undefined;
  readonly argv: readonly string[];
  readonly isArgvCut: boolean;
  readonly cwd: string | undefined;
  readonly loginUid: number | undefined;
  readonly cgroupPath: string;
}

/** Pids of this machine's processes now. */
export function listPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Undefined when the process is gone. Cost: about 80 µs. */
export function readProcess(pid: number): ProcProcess | undefined {
  const stat = readStat(pid);
  const status = readStatus(pid);
  const commandLine = readBytes(`/proc/${pid}/cmdline`, MAX_ARGV_BYTES);
  if (stat === undefined || status === undefined || commandLine === undefined) return undefined;
  return {
    pid,
    ...stat,
    ...status,
    argv: splitArguments(commandLine),
    isArgvCut: Buffer.byteLength(commandLine) >= MAX_ARGV_BYTES,
    exePath: readLink(`/proc/${pid}/exe`)?.replace(/ \(deleted\)$/, ''),
    cwd: readLink(`/proc/${pid}/cwd`)?.replace(/ \(deleted\)$/, ''),
    loginUid: loginUidOf(readText(`/proc/${pid}/loginuid`)),
    cgroupPath: cgroupPathOf(readText(`/proc/${pid}/cgroup`) ?? ''),
  };
}

export function readStat(pid: number): ProcStat | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text === undefined ? undefined : parseProcStat(text);
}

export function readStatus(pid: number): ProcStatus | undefined {
  const text = readText(`/proc/${pid}/status`);
  return text === undefined ? undefined : parseProcStatus(text);
}

/** Arguments end with NUL; what a program wrote over them may not. */
export function splitArguments(bytes: string): string[] {
  return bytes === '' ? [] : bytes.replace(/\0+$/, '').split('\0');
}

/**
 * The path that tells the most: of cgroup v2 (`0::`), or of systemd's or the pids controller's hierarchy where v1 is still used.
 * Source: cgroups(7).
 */
export function cgroupPathOf(text: string): string {
  const paths = text.split('\n').map((line) => /^\d+:([^:]*):(\/.*)$/.exec(line));
  const named = (controller: RegExp): string | undefined => paths.find((match) => match !== null && controller.test(match[1] ?? ''))?.[2];
  return [named(/^$/), named(/^name=systemd$/), named(/(?:^|,)pids(?:,|$)/)].find((path) => path !== undefined && path !== '/') ?? '/';
}

function loginUidOf(text: string | undefined): number | undefined {
  const uid = Number(text === undefined || text === '' ? NO_LOGIN : text);
  return uid === NO_LOGIN ? undefined : uid;
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  return readBytes(path, MAX_FILE_BYTES);
}

/** Gone, or not ours to read: both are undefined, for a process that is gone looks like either. */
function readBytes(path: string, maxBytes: number): string | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    const length = readSync(fd, buffer, 0, maxBytes, null);
    return Buffer.from(buffer.buffer, 0, length).toString('utf8');
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
