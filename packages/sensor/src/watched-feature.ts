/** One opened feature: its ring, its iterators, its counters. */
import { opcodes } from './decode';
import type { SensorEvent } from './events';
import type { Handle, Native } from './native';
import { RecordReader } from './record-reader';
import type { ProgramStats, RingStats, SensorStats } from './sensor';

type OnEvent = (event: SensorEvent) => void;

/** Counters are indexed by opcode, 0 is unused. */
const COUNTERS = 1 + Math.max(...opcodes.map(({ opcode }) => opcode));

export class WatchedFeature {
  readonly #native: Native;
  readonly #handle: Handle;
  readonly #ring: RingStats['ring'];
  readonly #ringBytes: number;
  readonly #ringReader = new RecordReader();
  readonly #iteratorReader = new RecordReader();
  readonly #counts = new Float64Array(COUNTERS);

  constructor(native: Native, handle: Handle, ring: RingStats['ring'], ringBytes: number) {
    this.#native = native;
    this.#handle = handle;
    this.#ring = ring;
    this.#ringBytes = ringBytes;
  }

  /** Where the ring ends now. */
  produced(): number {
    return this.#native.produced(this.#handle);
  }

  poll(onEvent: OnEvent, budget: number, until: number): number {
    return this.#ringReader.read((bytes) => this.#native.drain(this.#handle, bytes, until), onEvent, budget);
  }

  /** Runs an iterator program to its end. Throws when the kernel fails it: it was attached, so that is a fault. */
  iterate(program: string, onEvent: OnEvent): void {
    const fd = this.#native.iterate(this.#handle, program);
    if (fd < 0) throw new Error(`sensor: ${program} does not start (errno ${-fd})`);
    try {
      this.#iteratorReader.read((bytes) => this.#readFd(fd, program, bytes), onEvent, Number.POSITIVE_INFINITY);
    } finally {
      this.#native.closeFd(fd);
    }
  }

  #readFd(fd: number, program: string, bytes: Uint8Array): number {
    const length = this.#native.read(fd, bytes);
    if (length < 0) throw new Error(`sensor: ${program} broke off (errno ${-length})`);
    return length;
  }

  addLost(to: Record<SensorEvent['kind'], number>): void {
    this.#native.lost(this.#handle, this.#counts);
    for (const { opcode, kind } of opcodes) to[kind] += this.#counts[opcode] ?? 0;
  }

  get undecodable(): number {
    return this.#ringReader.undecodable + this.#iteratorReader.undecodable;
  }

  ringStats(): RingStats {
    return { ring: this.#ring, sizeBytes: this.#ringBytes, pendingBytes: this.#native.pending(this.#handle) };
  }

  programStats(): readonly ProgramStats[] {
    return this.#native.programs(this.#handle);
  }

  close(): void {
    this.#native.close(this.#handle);
  }
}

/** Sums over features; a feature that is not watched adds nothing. */
export function collectStats(watched: readonly WatchedFeature[]): SensorStats {
  const lost = { exec: 0, fork: 0, exit: 0, cgroup: 0, connection: 0, listen: 0 };
  for (const feature of watched) feature.addLost(lost);
  return {
    lost,
    undecodable: watched.reduce((sum, feature) => sum + feature.undecodable, 0),
    rings: watched.map((feature) => feature.ringStats()),
    programs: watched.flatMap((feature) => feature.programStats()),
  };
}
