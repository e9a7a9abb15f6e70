import type { ConnectionEvent, ExecEvent, ProcessRef, SensorEvent } from '@weft/sensor';
import { checkRow, type WireLine } from '@weft/schema';
import { Collectors } from '../collectors/collectors.ts';
import { createArgumentFilter } from '../config/argument-filter.ts';
import { ApplicationNames } from '../world/application-names.ts';
import { BootClock } from '../world/boot-clock.ts';
import { CgroupTable } from '../world/cgroup-table.ts';
import { ContainerTable } from '../world/container-table.ts';
import type { AskForContainer } from '../world/docker-source.ts';
import { createPidHasher } from '../world/pid-hash.ts';
import { ProcessTable } from '../world/process-table.ts';
import { UserTable } from '../world/user-table.ts';

const SECOND_NS = 1_000_000_000;
/** When the test's machine booted. Pids are above what any machine has, so that nothing is found in the real `/proc`. */
const BOOTED_AT_MS = Date.parse('2026-01-01T00:00:00.000Z');
const NO_SUCH_PID = 2 ** 22;

/** Collectors over a world of their own, whose time and events the test makes. */
export interface TestWorld {
  readonly collectors: Collectors;
  /** Seconds since boot; the machine booted at the start of 2026. */
  readonly setSecond: (second: number) => void;
  readonly tell: (...events: SensorEvent[]) => void;
  /** Rows that were ready, by table; each is checked against the catalogue. */
  readonly flush: (isLast?: boolean) => WireLine[];
  /** What the sensor tells when a minute ends. */
  readonly setProgress: (...events: ConnectionEvent[]) => void;
}

export function createTestWorld(
  ask: AskForContainer = () => Promise.resolve({ kind: 'absent' }),
  disallow: readonly string[] = [],
): TestWorld {
  let second = 100;
  let progress: readonly ConnectionEvent[] = [];
  const clock = { nowMs: () => BOOTED_AT_MS + second * 1000, monotonicMs: () => second * 1000 };
  const containers = new ContainerTable(ask, clock.monotonicMs);
  const users = new UserTable((path) => (path === '/etc/passwd' ? 'root:x:0:0\nalice:x:1000:1000\n' : undefined), clock.monotonicMs);
  const world = {
    clock: new BootClock(clock, () => second * SECOND_NS),
    processes: new ProcessTable(createPidHasher('test-machine', 'boot'), { maxEntries: 1000, maxBytes: 1e6 }),
    cgroups: new CgroupTable(),
    containers,
    names: new ApplicationNames(containers, users),
  };
  const options = { maskPeer: (address: string) => address, firstFlushMs: 3_600_000 };
  const collectors = new Collectors(world, createArgumentFilter({ allow: [], disallow }), options);
  collectors.onEvent({ kind: 'cgroup', cgroupId: 1, path: '/' });
  const sensor = {
    poll: () => 0,
    progress: (onEvent: (event: SensorEvent) => void) => progress.forEach((event) => onEvent(event)),
    seedProcesses: () => {},
    seedConnections: () => {},
    stats: () => {
      throw new Error('the collectors do not ask');
    },
    close: () => {},
  };
  return {
    collectors,
    setSecond: (now) => (second = now),
    tell: (...events) => events.forEach((event) => collectors.onEvent(event)),
    setProgress: (...events) => (progress = events),
    flush: (isLast = false) => {
      const rows: WireLine[] = [];
      collectors.flush(sensor, (row) => rows.push(row), isLast);
      for (const row of rows) {
        const check = checkRow(JSON.parse(JSON.stringify(row)));
        if (check.kind === 'bad' || check.unknownColumns.length > 0) throw new Error(JSON.stringify({ check, row }));
      }
      return rows;
    },
  };
}

/** A process by a small number. */
export function ref(number: number, second = 50): ProcessRef {
  return { pid: NO_SUCH_PID + number, startNs: second * SECOND_NS };
}

export const rootRef: ProcessRef = { pid: 0, startNs: 0 };

export function execOf(process: ProcessRef, given: Partial<ExecEvent> & { readonly exePath: string }): ExecEvent {
  return {
    kind: 'exec',
    atNs: 99 * SECOND_NS,
    process,
    parent: rootRef,
    groupId: process.pid,
    sessionId: process.pid,
    tracerPid: undefined,
    oldPid: undefined,
    uid: 0,
    gid: 0,
    euid: 0,
    egid: 0,
    loginUid: undefined,
    auditSessionId: undefined,
    cgroupId: 1,
    namespaces: { pid: 1, mnt: 1, net: 1, user: 1 },
    comm: given.exePath.slice(given.exePath.lastIndexOf('/') + 1).slice(0, 15),
    isExeUnlinked: false,
    cwd: '/',
    isPathTruncated: false,
    argv: [given.exePath],
    isArgvTruncated: false,
    ...given,
  };
}

export function connectionOf(id: string, given: Partial<ConnectionEvent>): ConnectionEvent {
  return {
    kind: 'connection',
    change: 'opened',
    atNs: 100 * SECOND_NS,
    connectionId: id,
    direction: 'outbound',
    family: 4,
    local: { address: '10.0.0.1', port: 40_000 },
    remote: { address: '10.0.0.2', port: 443 },
    process: undefined,
    cgroupId: 1,
    netNs: 1,
    comm: '',
    openedAtNs: 100 * SECOND_NS,
    sentBytes: 0,
    receivedBytes: 0,
    existedBefore: false,
    ...given,
  };
}
