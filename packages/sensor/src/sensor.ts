/** The sensor as its user sees it: open it, poll it, ask it how it is, close it. */
import type { SensorEvent } from './events';

export type Feature = 'process' | 'connection';

/** How a feature is watched. Lower tiers come with more features; `none` is blind. */
export type Tier = 'tracepoint' | 'none';

export interface FeatureState {
  readonly feature: Feature;
  readonly tier: Tier;
  /** Why the tier is not the best one, or which part of it is missing; `undefined` when all is well. */
  readonly reason: string | undefined;
}

/** Cost of one kernel program; both counters stay 0 unless the machine has `kernel.bpf_stats_enabled`. */
export interface ProgramStats {
  readonly name: string;
  readonly runCount: number;
  readonly runTimeNs: number;
  /** Runs the kernel refused because the program was running already on that CPU. Sockets recover from it, see bpf/connection.bpf.c. */
  readonly missedCount: number;
}

export interface RingStats {
  readonly ring: 'lifecycle' | 'network';
  readonly sizeBytes: number;
  /** Written by the kernel and not read yet. */
  readonly pendingBytes: number;
}

/** Counters since open. Nothing is lost without showing here. */
export interface SensorStats {
  /** Events the kernel could not store because the ring was full, or its tables were, per kind. */
  readonly lost: Readonly<Record<'exec' | 'fork' | 'exit' | 'cgroup' | 'connection' | 'listen', number>>;
  /** Records that were read but made no sense (a sensor bug, or another version's addon). */
  readonly undecodable: number;
  readonly rings: readonly RingStats[];
  readonly programs: readonly ProgramStats[];
}

export interface Sensor {
  /**
   * Hands over what the kernel stored since the last call, lifecycle first, and returns the number of events.
   * Stops after about `budget` events (default: all that is there). Cheap when there is nothing: no system call.
   */
  poll(onEvent: (event: SensorEvent) => void, budget?: number): number;
  /** One `progress` event per connection that is open now, in every network namespace. */
  progress(onEvent: (event: SensorEvent) => void): void;
  /**
   * The processes that are alive, as `fork` events with exact start times, each control group's path before the first process in it.
   * Call it once, after opening; a process that began in between is told twice.
   */
  seedProcesses(onEvent: (event: SensorEvent) => void): void;
  /** The connections and listeners that were there before the sensor, with their owners; call it once, after opening. */
  seedConnections(onEvent: (event: SensorEvent) => void): void;
  stats(): SensorStats;
  /** Detaches everything. Calling it twice is harmless. */
  close(): void;
}

export interface SensorOptions {
  /** Rounded up to a power of two, at least 64 KiB. Default 2 MiB. */
  readonly lifecycleRingBytes?: number;
  /** Default 1 MiB. */
  readonly networkRingBytes?: number;
}

/** `open` when at least one feature works. */
export type OpenSensor =
  | { readonly kind: 'open'; readonly sensor: Sensor; readonly features: readonly FeatureState[] }
  | { readonly kind: 'refused'; readonly features: readonly FeatureState[] };
