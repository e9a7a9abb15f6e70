/** A sensor on the real kernel, with everything it reported so far. */
import type { SensorEvent } from '../events';
import { features, type FeatureEntry } from '../features';
import { openFeatures } from '../open-sensor';
import type { Sensor, SensorOptions } from '../sensor';
import { buildSensor } from './build-sensor';

type Kind = SensorEvent['kind'];
type EventOf<K extends Kind> = Extract<SensorEvent, { kind: K }>;

/** How long an event may take to arrive before the test gives up: generous, machines are busy. */
const PATIENCE_MS = 60_000;
const POLL_MS = 5;

export class Watch {
  readonly sensor: Sensor;
  readonly events: SensorEvent[] = [];

  constructor(options: SensorOptions = {}, table: readonly FeatureEntry[] = features) {
    buildSensor();
    const opened = openFeatures(table, options);
    if (opened.kind === 'refused') throw new Error(`these tests need root and a kernel with BTF: ${JSON.stringify(opened.features)}`);
    this.sensor = opened.sensor;
  }

  readonly collect = (event: SensorEvent): void => {
    this.events.push(event);
  };

  poll(): void {
    this.sensor.poll(this.collect);
  }

  /** Drops what came so far: ports are used again, by other tests and other programs. */
  forget(): void {
    this.poll();
    this.events.length = 0;
  }

  all<K extends Kind>(kind: K, matches: (event: EventOf<K>) => boolean = () => true): EventOf<K>[] {
    const isWanted = (event: SensorEvent): event is EventOf<K> => event.kind === kind;
    return this.events.filter(isWanted).filter(matches);
  }

  /** The first match, waiting for it if need be. */
  async first<K extends Kind>(kind: K, matches: (event: EventOf<K>) => boolean): Promise<EventOf<K>> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      this.poll();
      const found = this.all(kind, matches)[0];
      if (found !== undefined) return found;
      if (performance.now() > deadline) throw new Error(`no ${kind} event came that matches`);
      await Bun.sleep(POLL_MS);
    }
  }

  close(): void {
    this.sensor.close();
  }
}
