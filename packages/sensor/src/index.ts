/** The door of the sensor: what happens on this machine, from the kernel. */
import type { OpenSensor, SensorOptions } from './sensor';

export type {
  CgroupEvent,
  ConnectionEvent,
  Endpoint,
  ExecEvent,
  ExitEvent,
  ForkEvent,
  ListenEvent,
  Namespaces,
  ProcessRef,
  SensorEvent,
} from './events';
export type {
  Feature,
  FeatureState,
  OpenSensor,
  ProgramStats,
  RingStats,
  Sensor,
  SensorOptions,
  SensorStats,
  Tier,
} from './sensor';

/** Loads and attaches what this kernel allows; never throws for a kernel that refuses. */
export function openSensor(_options: SensorOptions = {}): OpenSensor {
  const reason = 'the sensor is not built yet: run `bun run packages/sensor/build.ts`';
  return {
    kind: 'refused',
    features: [
      { feature: 'process', tier: 'none', reason },
      { feature: 'connection', tier: 'none', reason },
    ],
  };
}

/** CLOCK_BOOTTIME in ns, the clock of every event. */
export function nowBootNs(): number {
  throw new Error('the sensor is not built yet');
}
