/** The door of the sensor: what happens on this machine, from the kernel. */
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
export { nowBootNs } from './now-boot-ns';
export { openSensor } from './open-sensor';
export type { Feature, FeatureState, OpenSensor, ProgramStats, RingStats, Sensor, SensorOptions, SensorStats, Tier } from './sensor';
