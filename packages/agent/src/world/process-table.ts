import type { CacheCaps } from '@weft/base';
import type { ProcessRef } from '@weft/sensor';
import { createKnownProcess, type Exit, type KnownProcess, type NewProcess } from './known-process.ts';
import { startTicks, type PidHasher } from './pid-hash.ts';
import { programBytes, type Program } from './program.ts';

/** Bytes of a record without its program. */
const RECORD_BYTES = 300;

/**
 * The processes of this machine: those alive, and those that exited until they are forgotten.
 *
 * Capped in entries and bytes. Over the cap the longest exited go first; a living one goes only when there is no other, and that is
 * a loss which `evictedAlive` counts.
 */
export class ProcessTable {
  readonly #hash: PidHasher;
  readonly #caps: CacheCaps;
  readonly #alive = new Map<number, KnownProcess>();
  /** By `pidHash`, in order of exit. */
  readonly #exited = new Map<number, KnownProcess>();
  #sizeBytes = 0;
  #evictedAlive = 0;
  #missedExits = 0;

  constructor(hash: PidHasher, caps: CacheCaps) {
    this.#hash = hash;
    this.#caps = caps;
  }

  get size(): number {
    return this.#alive.size + this.#exited.size;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Living processes forgotten because of the caps, ever. */
  get evictedAlive(): number {
    return this.#evictedAlive;
  }

  /** Processes whose end was noticed only because their pid was given to another, ever. */
  get missedExits(): number {
    return this.#missedExits;
  }

  alive(): IterableIterator<KnownProcess> {
    return this.#alive.values();
  }

  aliveByPid(pid: number): KnownProcess | undefined {
    return this.#alive.get(pid);
  }

  hashOf(process: ProcessRef): number {
    return this.#hash(process);
  }

  find(process: ProcessRef): KnownProcess | undefined {
    const alive = this.#alive.get(process.pid);
    if (alive !== undefined && isSame(alive, process)) return alive;
    return this.#exited.size === 0 ? undefined : this.#exited.get(this.#hash(process));
  }

  /** Adds a process; the one that is known already is given back unchanged. */
  add(given: Omit<NewProcess, 'pidHash'>): KnownProcess {
    const known = this.find(given);
    if (known !== undefined) return known;
    const stale = this.#alive.get(given.pid);
    if (stale !== undefined) {
      this.#missedExits += 1;
      this.markExited(stale, { atNs: given.startNs, code: undefined, signal: undefined });
    }
    const process = createKnownProcess({ ...given, pidHash: this.#hash(given) });
    this.#alive.set(process.pid, process);
    this.#sizeBytes += RECORD_BYTES;
    this.#shrink();
    return process;
  }

  setProgram(process: KnownProcess, program: Program): void {
    const bytes = programBytes(program);
    this.#sizeBytes += bytes - process.programBytes;
    process.programBytes = bytes;
    process.program = program;
    this.#shrink();
  }

  markExited(process: KnownProcess, exit: Exit): void {
    if (process.exit !== undefined) return;
    process.exit = exit;
    if (this.#alive.get(process.pid) === process) this.#alive.delete(process.pid);
    this.#exited.set(process.pidHash, process);
  }

  /** Forgets what exited before `beforeNs`. */
  forgetExited(beforeNs: number): void {
    for (const process of this.#exited.values()) {
      if (process.exit !== undefined && process.exit.atNs > beforeNs) return;
      this.#forget(process);
    }
  }

  #shrink(): void {
    while (this.size > this.#caps.maxEntries || this.#sizeBytes > this.#caps.maxBytes) {
      const oldest = this.#exited.values().next();
      if (oldest.done !== true) this.#forget(oldest.value);
      else if (!this.#evictAlive()) return;
    }
  }

  #evictAlive(): boolean {
    const oldest = this.#alive.values().next();
    if (oldest.done === true) return false;
    this.#evictedAlive += 1;
    this.#forget(oldest.value);
    return true;
  }

  #forget(process: KnownProcess): void {
    if (process.exit === undefined) this.#alive.delete(process.pid);
    else this.#exited.delete(process.pidHash);
    this.#sizeBytes -= RECORD_BYTES + process.programBytes;
  }
}

function isSame(known: KnownProcess, asked: ProcessRef): boolean {
  return startTicks(known.startNs) === startTicks(asked.startNs);
}
