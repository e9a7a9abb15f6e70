import type { ForkEvent, Sensor } from '@weft/sensor';
import type { ArgumentFilter } from '../config/argument-filter.ts';
import type { CgroupPlace } from '../world/cgroup-table.ts';
import type { KnownProcess } from '../world/known-process.ts';
import { listPids, readProcess, type ProcProcess } from '../world/proc-files.ts';
import { startTicks } from '../world/pid-hash.ts';
import { createProgram, type Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { ProcessKeeper } from './process-keeper.ts';

const TICK_NS = 10_000_000;

/** Fills the process table with what runs already: exact starts from the sensor, the rest from `/proc`. */
export class ProcessSeeder {
  readonly #world: World;
  readonly #keeper: ProcessKeeper;
  readonly #filter: ArgumentFilter;

  constructor(world: World, keeper: ProcessKeeper, filter: ArgumentFilter) {
    this.#world = world;
    this.#keeper = keeper;
    this.#filter = filter;
  }

  /** After attaching, so that nothing falls between. */
  seedFromSensor(sensor: Sensor): void {
    sensor.seedProcesses((event) => {
      if (event.kind === 'cgroup') this.#world.cgroups.tell(event.cgroupId, event.path);
      else if (event.kind === 'fork') this.#seedOne(event);
    });
    this.judgeAll();
  }

  /** Without a sensor: everything from `/proc`. */
  seedFromProc(): void {
    for (const pid of listPids()) this.addFromProc(pid);
    this.judgeAll();
  }

  /** A process that the sensor did not tell about; undefined when it is gone. */
  addFromProc(pid: number): KnownProcess | undefined {
    const found = readProcess(pid);
    if (found === undefined) return undefined;
    const known = this.#world.processes.find({ pid, startNs: found.startTicks * TICK_NS });
    if (known !== undefined) return known;
    const parentStartNs = this.#world.processes.aliveByPid(found.parentPid)?.startNs ?? 0;
    const { groupId, sessionId } = found;
    const program = this.#programFrom(found, this.#world.cgroups.placeAt(found.cgroupPath));
    const parent = { pid: found.parentPid, startNs: parentStartNs };
    const process = this.#world.processes.add({ pid, startNs: found.startTicks * TICK_NS, parent, groupId, sessionId, program });
    this.#world.processes.setProgram(process, program);
    return process;
  }

  /** Only when all are known: a process may come before its parent. */
  judgeAll(): void {
    for (const process of this.#world.processes.alive()) this.#keeper.judge(process);
  }

  #seedOne(event: ForkEvent): void {
    const { process: ref, parent, groupId, sessionId } = event;
    const found = readProcess(ref.pid);
    if (found === undefined || found.startTicks !== startTicks(ref.startNs)) return;
    const program = this.#programFrom(found, this.#world.cgroups.placeOf(event.cgroupId));
    const process = this.#world.processes.add({ ...ref, parent, groupId, sessionId, program });
    process.tracerPid = found.tracerPid;
    if (process.executedAtNs === undefined) this.#world.processes.setProgram(process, program);
  }

  #programFrom(found: ProcProcess, cgroup: CgroupPlace): Program {
    const { exePath, isArgvCut, cwd, comm, uid, gid, euid, loginUid } = found;
    const argv = exePath === undefined || this.#filter(exePath) ? found.argv : found.argv.slice(0, 1);
    return createProgram({ exePath, argv, isArgvCut, cwd, comm, uid, gid, euid, loginUid, cgroup });
  }
}
