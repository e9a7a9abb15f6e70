/**
 * What the sensor reports: one shape per kind of event.
 *
 * Times are nanoseconds since boot (CLOCK_BOOTTIME) as a double: exact to 1 ns for 104 days of uptime, to 2 ns for the next 104.
 * Process, user and cgroup ids are the root namespaces' ones.
 */

/** A process for all time: a pid is reused, a pid with its start time is not. */
export interface ProcessRef {
  /** Thread group id. */
  readonly pid: number;
  /** `task_struct.start_boottime` of the thread group leader, ns since boot. */
  readonly startNs: number;
}

/** Inode numbers of the namespaces a process lives in, as `readlink /proc/<pid>/ns/*` shows them. */
export interface Namespaces {
  readonly pid: number;
  readonly mnt: number;
  readonly net: number;
  readonly user: number;
}

/** A process replaced its program. Taken after the fact, so a rewritten argv cannot fool it. */
export interface ExecEvent {
  readonly kind: 'exec';
  readonly atNs: number;
  readonly process: ProcessRef;
  readonly parent: ProcessRef;
  /** Process group. */
  readonly groupId: number;
  readonly sessionId: number;
  /** Process that traces this one (ptrace), if any. */
  readonly tracerPid: number | undefined;
  /** Thread id that called exec, when it was not the leader: it took over the leader's pid. */
  readonly oldPid: number | undefined;
  readonly uid: number;
  readonly gid: number;
  readonly euid: number;
  readonly egid: number;
  /** Who logged in (audit); `undefined` when no login set it. */
  readonly loginUid: number | undefined;
  readonly auditSessionId: number | undefined;
  readonly cgroupId: number;
  readonly namespaces: Namespaces;
  /** Kernel's short name, at most 15 bytes. */
  readonly comm: string;
  /** Path from the process's root to the executed file; `(deleted)` is not appended, see `isExeUnlinked`. */
  readonly exePath: string;
  /** The executed file has no name left (deleted, or memfd). */
  readonly isExeUnlinked: boolean;
  readonly cwd: string;
  /** `exePath` or `cwd` was deeper than 64 names or longer than 4,096 bytes, and lacks its front. */
  readonly isPathTruncated: boolean;
  /** At most 4,096 bytes in all; bytes that are not UTF-8 become U+FFFD. */
  readonly argv: readonly string[];
  readonly isArgvTruncated: boolean;
}

/** A process (not a thread) was created. */
export interface ForkEvent {
  readonly kind: 'fork';
  readonly atNs: number;
  readonly process: ProcessRef;
  readonly parent: ProcessRef;
  readonly groupId: number;
  readonly sessionId: number;
  readonly cgroupId: number;
  readonly uid: number;
  readonly comm: string;
}

/** The last thread of a process died. */
export interface ExitEvent {
  readonly kind: 'exit';
  readonly atNs: number;
  readonly process: ProcessRef;
  /** What `exit` was given, 0 to 255; 0 when a signal killed it. */
  readonly exitCode: number;
  /** Signal that killed it. */
  readonly signal: number | undefined;
}

/** Path of a control group, told once per id, before or close after the first event that carries the id. */
export interface CgroupEvent {
  readonly kind: 'cgroup';
  readonly cgroupId: number;
  /** From the hierarchy's root: `/system.slice/ssh.service`. */
  readonly path: string;
}

/** One end of a connection. IPv4-mapped IPv6 addresses are written as IPv4. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A TCP connection began, went on, ended, or never came to be. */
export interface ConnectionEvent {
  readonly kind: 'connection';
  readonly change: 'opened' | 'progress' | 'closed' | 'failed';
  readonly atNs: number;
  /** The same from `opened` to `closed`; never used again while this machine is up. */
  readonly connectionId: string;
  readonly direction: 'outbound' | 'inbound';
  readonly family: 4 | 6;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /**
   * Best known owner. An inbound connection is `opened` with its listener's owner and gets the process that really serves it when
   * that process first reads, so later events of the same connection may name another process: the last one is right.
   */
  readonly process: ProcessRef | undefined;
  readonly cgroupId: number;
  /** Inode number of the network namespace. */
  readonly netNs: number;
  /** Owner's short name; empty when the owner is unknown. */
  readonly comm: string;
  readonly openedAtNs: number;
  /** Payload bytes the peer has acknowledged, since opened. */
  readonly sentBytes: number;
  /** Payload bytes received in order, since opened. */
  readonly receivedBytes: number;
  /** It was open before the sensor was, so `openedAtNs` is when the sensor first saw it. */
  readonly existedBefore: boolean;
}

/** A TCP socket began or ceased to listen. */
export interface ListenEvent {
  readonly kind: 'listen';
  readonly change: 'opened' | 'closed';
  readonly atNs: number;
  readonly process: ProcessRef | undefined;
  readonly family: 4 | 6;
  /** `0.0.0.0` and `::` are every interface. */
  readonly address: string;
  readonly port: number;
  readonly netNs: number;
  readonly cgroupId: number;
  readonly existedBefore: boolean;
}

export type SensorEvent = ExecEvent | ForkEvent | ExitEvent | CgroupEvent | ConnectionEvent | ListenEvent;
