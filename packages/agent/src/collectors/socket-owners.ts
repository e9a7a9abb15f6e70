import type { ProcessRef } from '@weft/sensor';
import type { KnownProcess } from '../world/known-process.ts';
import { readStat, readStatus } from '../world/proc-files.ts';
import { startTicks } from '../world/pid-hash.ts';
import { createProgram } from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { ProcessKeeper } from './process-keeper.ts';
import type { ProcessSeeder } from './process-seeder.ts';

/** A program that just began has the user that exec told. */
const FRESH_NS = 1_000_000_000;

/** Finds the process behind a socket, and keeps it: it has network activity. */
export class SocketOwners {
  readonly #world: World;
  readonly #keeper: ProcessKeeper;
  readonly #seeder: ProcessSeeder;

  constructor(world: World, keeper: ProcessKeeper, seeder: ProcessSeeder) {
    this.#world = world;
    this.#keeper = keeper;
    this.#seeder = seeder;
  }

  find(ref: ProcessRef | undefined): KnownProcess | undefined {
    if (ref === undefined) return undefined;
    const process = this.#world.processes.find(ref) ?? this.#lateFind(ref);
    if (process === undefined) return undefined;
    if (!process.isNetworkSeen) this.#meet(process);
    return process;
  }

  #lateFind(ref: ProcessRef): KnownProcess | undefined {
    if (readStat(ref.pid)?.startTicks !== startTicks(ref.startNs)) return undefined;
    return this.#seeder.addFromProc(ref.pid);
  }

  #meet(process: KnownProcess): void {
    process.isNetworkSeen = true;
    const isFresh = process.executedAtNs !== undefined && this.#world.clock.nowBootNs() - process.executedAtNs < FRESH_NS;
    if (!isFresh && process.exit === undefined) this.#refreshUser(process);
    this.#keeper.keep(process, 'network');
  }

  /** Servers fork as root and then become another user, of which no event tells. */
  #refreshUser(process: KnownProcess): void {
    const status = readStatus(process.pid);
    if (status === undefined || readStat(process.pid)?.startTicks !== startTicks(process.startNs)) return;
    const { uid, euid, gid } = status;
    const { program } = process;
    if (uid === program.uid && euid === program.euid) return;
    this.#world.processes.setProgram(process, createProgram({ ...program, uid, euid, gid }));
  }
}
