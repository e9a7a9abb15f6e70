import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '@weft/base';
import { ApplicationNames } from './world/application-names.ts';
import { BootClock } from './world/boot-clock.ts';
import { CgroupTable } from './world/cgroup-table.ts';
import { ContainerTable } from './world/container-table.ts';
import { createDockerSource } from './world/docker-source.ts';
import { createPidHasher } from './world/pid-hash.ts';
import { ProcessTable } from './world/process-table.ts';
import { UserTable } from './world/user-table.ts';
import type { World } from './world/world.ts';

/** Living processes, and some thousand that exited: about 30 MB when full of long command lines. */
const PROCESS_CAPS = { maxEntries: 32_768, maxBytes: 24 * 1024 * 1024 };

export interface WorldOptions {
  readonly machineId: string;
  readonly containerEndpoint: string | undefined;
  readonly clock: Clock;
  readonly nowBootNs: () => number;
}

export function createWorld({ machineId, containerEndpoint, clock, nowBootNs }: WorldOptions): World {
  const bootId = readSmallFile('/proc/sys/kernel/random/boot_id', 100)?.trim() ?? '';
  const containers = new ContainerTable(createDockerSource(containerEndpoint), clock.monotonicMs);
  return {
    clock: new BootClock(clock, nowBootNs),
    processes: new ProcessTable(createPidHasher(machineId, bootId), PROCESS_CAPS),
    cgroups: new CgroupTable(),
    containers,
    names: new ApplicationNames(containers, new UserTable(readSmallFile, clock.monotonicMs)),
  };
}

function readSmallFile(path: string, maxBytes: number): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= maxBytes ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
