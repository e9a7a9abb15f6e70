import { BoundedQueue } from '@weft/base';
import type { ExecEvent, ExitEvent, ForkEvent } from '@weft/sensor';
import type { ArgumentFilter } from '../config/argument-filter.ts';
import type { KnownProcess } from '../world/known-process.ts';
import { createProgram, type Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { Emit } from './emit.ts';
import { execRow, type ExecNote } from './exec-row.ts';
import type { ProcessKeeper } from './process-keeper.ts';

/** Execs that wait for their container's runtime to answer: a few seconds of a storm. */
const MAX_WAITING = 32_768;

/** Follows processes from fork to exit, and sends a row for every exec. */
export class ProcessCollector {
  readonly #world: World;
  readonly #keeper: ProcessKeeper;
  readonly #filter: ArgumentFilter;
  readonly #execs = new BoundedQueue<ExecNote>(MAX_WAITING);
  #first: ExecNote | undefined;

  constructor(world: World, keeper: ProcessKeeper, filter: ArgumentFilter) {
    this.#world = world;
    this.#keeper = keeper;
    this.#filter = filter;
  }

  get waiting(): number {
    return this.#execs.size;
  }

  /** Execs dropped because too many waited, ever. */
  get dropped(): number {
    return this.#execs.dropped;
  }

  onFork(event: ForkEvent): void {
    const parent = this.#world.processes.find(event.parent);
    const { process, groupId, sessionId } = event;
    const child = this.#world.processes.add({
      ...process,
      parent: event.parent,
      groupId,
      sessionId,
      program: this.#inherited(event, parent),
    });
    this.#keeper.judge(child);
  }

  onExec(event: ExecEvent): void {
    const { processes } = this.#world;
    const program = this.#programOf(event);
    const parentProgram = processes.find(event.parent)?.program;
    const { groupId, sessionId } = event;
    const process = processes.add({ ...event.process, parent: event.parent, groupId, sessionId, program });
    Object.assign(process, { groupId, sessionId, tracerPid: event.tracerPid, executedAtNs: event.atNs });
    processes.setProgram(process, program);
    this.#execs.push({ process, program, parentProgram, atNs: event.atNs });
    this.#keeper.judge(process);
    this.#keeper.report(process);
  }

  onExit({ process: ref, atNs, exitCode, signal }: ExitEvent): void {
    const process = this.#world.processes.find(ref);
    if (process === undefined) return;
    this.#world.processes.markExited(process, { atNs, code: exitCode, signal });
    const container = process.program.cgroup.container;
    if (container !== undefined) this.#world.containers.get(container).lastExitNs = atNs;
    this.#keeper.report(process);
  }

  /** Sends the execs whose surroundings are known, in order; the first that must wait holds up the others. */
  flush(emit: Emit, isLast: boolean): void {
    for (;;) {
      this.#first ??= this.#execs.shift();
      if (this.#first === undefined) return;
      if (!isLast && !this.#world.names.isSettled(this.#first.program)) return;
      const note = this.#first;
      // Before the row is made: one that cannot be made is a fault once, not at every flush.
      this.#first = undefined;
      emit(execRow(note, this.#world));
    }
  }

  /** A child runs its parent's program until it execs. */
  #inherited({ cgroupId, uid, comm }: ForkEvent, parent: KnownProcess | undefined): Program {
    const cgroup = this.#world.cgroups.placeOf(cgroupId);
    const program = parent?.program;
    if (program?.cgroup === cgroup && program.uid === uid) return program;
    const nothing = { exePath: undefined, argv: [], isArgvCut: false, cwd: undefined, comm, gid: uid, loginUid: undefined };
    return createProgram({ ...nothing, ...program, cgroup, uid, euid: uid });
  }

  #programOf(event: ExecEvent): Program {
    const { exePath, cwd, comm, uid, gid, euid, loginUid } = event;
    const argv = this.#filter(exePath) ? event.argv : event.argv.slice(0, 1);
    const cgroup = this.#world.cgroups.placeOf(event.cgroupId);
    return createProgram({ exePath, argv, isArgvCut: event.isArgvTruncated, cwd, comm, uid, gid, euid, loginUid, cgroup });
  }
}
