import { applicationKey, type Owner } from '@weft/graph';
import type { ContainerTable } from './container-table.ts';
import type { Program } from './program.ts';
import type { UserTable } from './user-table.ts';

/** Where no process could be found. */
export const unknownApplication = 'machine';

/** Joins what is known late to a program: its container's image, its application, its users' names. */
export class ApplicationNames {
  readonly #containers: ContainerTable;
  readonly #users: UserTable;

  constructor(containers: ContainerTable, users: UserTable) {
    this.#containers = containers;
    this.#users = users;
  }

  /** Whether a name given now is the final one. */
  isSettled(program: Program): boolean {
    const ref = program.cgroup.container;
    return program.application !== undefined || ref === undefined || this.#containers.isSettled(this.#containers.get(ref));
  }

  of(program: Program): string {
    if (program.application !== undefined) return program.application;
    const { exePath, argv, comm, uid } = program;
    const application = applicationKey({ owner: this.#ownerOf(program), exePath, argv, comm, uid });
    if (this.#isFinal(program)) program.application = application;
    return application;
  }

  /** A runtime that could not be asked may answer later, so a name made without it is made again. */
  #isFinal({ cgroup }: Program): boolean {
    if (cgroup.path === undefined) return false;
    return cgroup.container === undefined || this.#containers.get(cgroup.container).info !== undefined;
  }

  /** Fills in the user names of a program, one of those that process `pid` ran. */
  nameUsers(program: Program, pid: number): void {
    if (program.areUsersKnown) return;
    const containerId = program.cgroup.container?.id;
    program.userName = this.#users.nameOf(program.uid, containerId, pid);
    program.effectiveUserName = program.euid === program.uid ? program.userName : this.#users.nameOf(program.euid, containerId, pid);
    program.areUsersKnown = true;
  }

  /** A container whose image nobody tells is of the role `container`: the same on every machine, as an id would not be. */
  #ownerOf({ cgroup }: Program): Owner {
    if (cgroup.container !== undefined) {
      const repository = this.#containers.get(cgroup.container).info?.imageRepository;
      return repository === undefined ? { kind: 'role', name: 'container' } : { kind: 'image', repository };
    }
    return cgroup.unit === undefined ? { kind: 'role', name: 'machine' } : { kind: 'unit', name: cgroup.unit };
  }
}
