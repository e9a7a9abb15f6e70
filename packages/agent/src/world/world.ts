import type { ApplicationNames } from './application-names.ts';
import type { BootClock } from './boot-clock.ts';
import type { CgroupTable } from './cgroup-table.ts';
import type { ContainerTable } from './container-table.ts';
import type { ProcessTable } from './process-table.ts';

/** What the agent knows of the machine it runs on. */
export interface World {
  readonly clock: BootClock;
  readonly processes: ProcessTable;
  readonly cgroups: CgroupTable;
  readonly containers: ContainerTable;
  readonly names: ApplicationNames;
}
