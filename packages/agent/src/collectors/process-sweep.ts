import type { KnownProcess } from '../world/known-process.ts';
import { listPids } from '../world/proc-files.ts';
import type { World } from '../world/world.ts';
import type { ProcessKeeper } from './process-keeper.ts';
import type { ProcessSeeder } from './process-seeder.ts';

/**
 * Compares the process table with `/proc`: events may be lost, and a process that ended unheard would live for ever.
 * A process is missed only when it is so at two sweeps, for events of the last moments may still be under way.
 */
export class ProcessSweep {
  readonly #world: World;
  readonly #keeper: ProcessKeeper;
  readonly #seeder: ProcessSeeder;
  /** Before this nobody watched, and the kernel leaves some out when it lists what runs (pid 1 in some pid namespaces). */
  readonly #beganAtNs: number;
  #suspectsGone = new Set<KnownProcess>();
  #suspectsNew = new Set<number>();
  #found = 0;
  #ended = 0;

  constructor(world: World, keeper: ProcessKeeper, seeder: ProcessSeeder) {
    this.#world = world;
    this.#keeper = keeper;
    this.#seeder = seeder;
    this.#beganAtNs = world.clock.nowBootNs();
  }

  /** Living processes that began while the agent watched and that no event had told of, ever. */
  get found(): number {
    return this.#found;
  }

  /** Processes whose end no event had told of, ever. */
  get ended(): number {
    return this.#ended;
  }

  /** Cost: one list of `/proc`, and one read for each process that is new. Call it once a minute, after the sensor was polled. */
  sweep(): void {
    const pids = new Set(listPids());
    this.#endGone(pids);
    this.#addNew(pids);
  }

  #endGone(pids: ReadonlySet<number>): void {
    const gone = [...this.#world.processes.alive()].filter((process) => !pids.has(process.pid));
    const atNs = this.#world.clock.nowBootNs();
    for (const process of gone.filter((one) => this.#suspectsGone.has(one))) {
      this.#ended += 1;
      this.#world.processes.markExited(process, { atNs, code: undefined, signal: undefined });
      this.#keeper.report(process);
    }
    this.#suspectsGone = new Set(gone);
  }

  #addNew(pids: ReadonlySet<number>): void {
    const unknown = [...pids].filter((pid) => this.#world.processes.aliveByPid(pid) === undefined);
    for (const pid of unknown.filter((one) => this.#suspectsNew.has(one))) {
      const process = this.#seeder.addFromProc(pid);
      if (process === undefined) continue;
      if (process.startNs >= this.#beganAtNs) this.#found += 1;
      this.#keeper.judge(process);
    }
    this.#suspectsNew = new Set(unknown);
  }
}
