import type { SensorStats } from '@weft/sensor';
import type { Collectors } from '../collectors/collectors.ts';
import type { World } from '../world/world.ts';
import type { LossCounter } from './loss-watch.ts';

const KINDS = ['exec', 'fork', 'exit', 'cgroup', 'connection', 'listen'] as const;

/** Every place before the pipeline where something can be lost. `stats` gives the sensor's counters as of the last look at them. */
export function lossCounters(stats: () => SensorStats | undefined, collectors: Collectors, world: World): readonly LossCounter[] {
  return [...sensorCounters(stats), ...worldCounters(collectors, world), ...queueCounters(collectors)];
}

function sensorCounters(stats: () => SensorStats | undefined): LossCounter[] {
  const reason = 'the kernel made events faster than the agent read them';
  return [
    ...KINDS.map((what) => ({ where: 'ring', what, reason, read: () => stats()?.lost[what] ?? 0 }) as const),
    { where: 'decoder', what: 'event', reason: 'a record of the kernel made no sense', read: () => stats()?.undecodable ?? 0 },
  ];
}

function worldCounters({ sweep, connection, listener }: Collectors, { processes }: World): LossCounter[] {
  const full = 'more at once than the agent keeps';
  return [
    { where: 'world', what: 'exit', reason: 'a process ended without an event', read: () => sweep.ended + processes.missedExits },
    { where: 'world', what: 'fork', reason: 'a process began without an event', read: () => sweep.found },
    { where: 'world', what: 'process', reason: full, read: () => processes.evictedAlive },
    { where: 'world', what: 'connection', reason: full, read: () => connection.untracked },
    { where: 'world', what: 'connection end', reason: 'a connection ended without an event', read: () => connection.missedCloses },
    { where: 'world', what: 'listener', reason: full, read: () => listener.dropped },
  ];
}

function queueCounters({ process, keeper }: Collectors): LossCounter[] {
  const reason = 'a container runtime did not answer, and too many rows waited for it';
  return [
    { where: 'queue', what: 'exec', reason, read: () => process.dropped },
    { where: 'queue', what: 'process', reason, read: () => keeper.dropped },
  ];
}
