import type { KeptBecause, KnownProcess } from '../world/known-process.ts';
import { dependentsOf } from '../world/dependents.ts';
import type { World } from '../world/world.ts';
import type { Emit } from './emit.ts';
import { isLogin } from './login-program.ts';
import { processRow } from './process-row.ts';

/** Rows that wait for their container's runtime to answer; a few seconds of an exec storm. */
const MAX_WAITING = 32_768;

/** Decides which processes are reported, and sends their rows: when first kept, at exit, and once an hour in between. */
export class ProcessKeeper {
  readonly #world: World;
  readonly #waiting = new Set<KnownProcess>();
  #dropped = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Rows dropped because too many waited, ever. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Keeps a process for what it is: in a container, or logging in. */
  judge(process: KnownProcess): void {
    if (process.program.cgroup.container !== undefined) this.keep(process, 'container');
    else if (isLogin(process.program)) this.keep(process, 'login');
  }

  keep(process: KnownProcess, because: Exclude<KeptBecause, 'ancestor'>): void {
    if (process.keptBecause !== undefined && process.keptBecause !== 'ancestor') return;
    const isKept = (other: KnownProcess): boolean => other.keptBecause !== undefined;
    for (const dependent of dependentsOf(process, (one) => this.#linksOf(one), isKept)) {
      dependent.keptBecause ??= 'ancestor';
      this.report(dependent);
    }
    process.keptBecause = because;
  }

  /** Sends the process's row with the next flush, if it is kept. A process that comes and goes before that is one row. */
  report(process: KnownProcess): void {
    if (process.keptBecause === undefined) return;
    if (this.#waiting.size < MAX_WAITING || this.#waiting.has(process)) this.#waiting.add(process);
    else this.#dropped += 1;
  }

  reportAll(): void {
    for (const process of this.#world.processes.alive()) this.report(process);
  }

  flush(emit: Emit, isLast: boolean): void {
    for (const process of this.#waiting) {
      if (!isLast && !this.#world.names.isSettled(process.program)) continue;
      this.#waiting.delete(process);
      emit(processRow(process, this.#world));
    }
  }

  #linksOf({ parent, groupId, sessionId, tracerPid }: KnownProcess): readonly (KnownProcess | undefined)[] {
    const { processes } = this.#world;
    const tracer = tracerPid === undefined ? undefined : processes.aliveByPid(tracerPid);
    return [processes.find(parent), processes.aliveByPid(groupId), processes.aliveByPid(sessionId), tracer];
  }
}
