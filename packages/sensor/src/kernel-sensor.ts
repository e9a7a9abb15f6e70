/** The sensor over the features that could be opened. */
import type { SensorEvent } from './events';
import type { Sensor, SensorStats } from './sensor';
import { collectStats, type WatchedFeature } from './watched-feature';

type OnEvent = (event: SensorEvent) => void;

export interface WatchedFeatures {
  readonly process: WatchedFeature | undefined;
  readonly connection: WatchedFeature | undefined;
}

export class KernelSensor implements Sensor {
  readonly #features: WatchedFeatures;
  #isClosed = false;

  constructor(features: WatchedFeatures) {
    this.#features = features;
  }

  /**
   * The network ring is read up to where it ended before the lifecycle ring was read, so that no connection comes before the exec of the
   * process it belongs to.
   */
  poll(onEvent: OnEvent, budget: number = Number.POSITIVE_INFINITY): number {
    if (this.#isClosed) return 0;
    const { process, connection } = this.#features;
    const until = connection?.produced() ?? 0;
    const count = process?.poll(onEvent, budget, Number.MAX_SAFE_INTEGER) ?? 0;
    return count + (connection?.poll(onEvent, budget - count, until) ?? 0);
  }

  progress(onEvent: OnEvent): void {
    if (!this.#isClosed) this.#features.connection?.iterate('tcp_progress', onEvent);
  }

  seedProcesses(onEvent: OnEvent): void {
    if (!this.#isClosed) this.#features.process?.iterate('process_seed', onEvent);
  }

  seedConnections(onEvent: OnEvent): void {
    if (!this.#isClosed) this.#features.connection?.iterate('tcp_seed', onEvent);
  }

  stats(): SensorStats {
    return collectStats(this.#watched());
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const feature of this.#watched()) feature.close();
  }

  #watched(): readonly WatchedFeature[] {
    return [this.#features.process, this.#features.connection].filter((feature) => feature !== undefined);
  }
}
