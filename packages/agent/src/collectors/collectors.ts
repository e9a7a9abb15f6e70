import { unreachable } from '@weft/base';
import type { Sensor, SensorEvent } from '@weft/sensor';
import type { ArgumentFilter } from '../config/argument-filter.ts';
import type { World } from '../world/world.ts';
import { ConnectionCollector, type ConnectionOptions } from './connection-collector.ts';
import { ContainerCollector } from './container-collector.ts';
import type { Emit } from './emit.ts';
import { ListenerCollector } from './listener-collector.ts';
import { ProcessCollector } from './process-collector.ts';
import { ProcessKeeper } from './process-keeper.ts';
import { ProcessSeeder } from './process-seeder.ts';
import { ProcessSweep } from './process-sweep.ts';
import { SocketOwners } from './socket-owners.ts';

/** All collectors, and where each event goes. */
export class Collectors {
  readonly process: ProcessCollector;
  readonly connection: ConnectionCollector;
  readonly listener: ListenerCollector;
  readonly container: ContainerCollector;
  readonly keeper: ProcessKeeper;
  readonly sweep: ProcessSweep;
  readonly #world: World;
  readonly #seeder: ProcessSeeder;
  #captured = 0;

  constructor(world: World, filter: ArgumentFilter, options: ConnectionOptions) {
    this.#world = world;
    this.keeper = new ProcessKeeper(world);
    this.#seeder = new ProcessSeeder(world, this.keeper, filter);
    this.sweep = new ProcessSweep(world, this.keeper, this.#seeder);
    const owners = new SocketOwners(world, this.keeper, this.#seeder);
    this.process = new ProcessCollector(world, this.keeper, filter);
    this.connection = new ConnectionCollector(world, owners, options);
    this.listener = new ListenerCollector(world, owners);
    this.container = new ContainerCollector(world);
  }

  /** Events taken, ever. */
  get captured(): number {
    return this.#captured;
  }

  /** Call it once, when the sensor is attached and before it is polled. */
  seed(sensor: Sensor | undefined, seesProcesses: boolean): void {
    if (sensor === undefined || !seesProcesses) this.#seeder.seedFromProc();
    else this.#seeder.seedFromSensor(sensor);
    sensor?.seedConnections(this.onEvent);
  }

  readonly onEvent = (event: SensorEvent): void => {
    this.#captured += 1;
    switch (event.kind) {
      case 'exec':
        return this.process.onExec(event);
      case 'fork':
        return this.process.onFork(event);
      case 'exit':
        return this.process.onExit(event);
      case 'cgroup':
        this.#world.cgroups.tell(event.cgroupId, event.path);
        return;
      case 'connection':
        return this.connection.onConnection(event);
      case 'listen':
        return this.listener.onListen(event);
      default:
        return unreachable(event);
    }
  };

  /** Sends the rows that are ready; with `isLast` all there are. */
  flush(sensor: Sensor | undefined, emit: Emit, isLast: boolean): void {
    this.process.flush(emit, isLast);
    this.connection.flush(sensor, emit, isLast);
    this.listener.flush(emit, isLast);
    this.container.flush(emit, isLast);
    this.keeper.flush(emit, isLast);
  }

  /** Once an hour, so that each hour tells what it had. */
  reportAll(): void {
    this.keeper.reportAll();
    this.listener.reportAll();
    this.container.reportAll();
  }
}
