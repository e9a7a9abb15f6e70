import type { WireLine } from '@weft/schema';
import type { KnownContainer } from '../world/container-table.ts';
import type { World } from '../world/world.ts';
import type { Emit } from './emit.ts';

/** A container without a process this long is over; runtimes start the first process before ours is told. */
const GONE_AFTER_NS = 5_000_000_000;

/** Containers: a row when one is known, when its last process ended, and once an hour in between. */
export class ContainerCollector {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  reportAll(): void {
    for (const container of this.#world.containers.all()) container.isChanged = true;
  }

  /** Finds the containers whose processes are all gone. Cost: one look at each process; call it every 10 s or so. */
  findStopped(): void {
    const living = new Set<string>();
    for (const { program } of this.#world.processes.alive())
      if (program.cgroup.container !== undefined) living.add(program.cgroup.container.id);
    const goneBeforeNs = this.#world.clock.nowBootNs() - GONE_AFTER_NS;
    for (const container of this.#world.containers.all()) {
      if (container.isStopped || living.has(container.ref.id) || (container.lastExitNs ?? Number.POSITIVE_INFINITY) > goneBeforeNs)
        continue;
      container.isStopped = true;
      container.isChanged = true;
    }
  }

  flush(emit: Emit, isLast: boolean): void {
    const { containers } = this.#world;
    containers.askDue();
    for (const container of containers.all()) {
      if (!container.isChanged || (!isLast && !containers.isSettled(container))) continue;
      container.isChanged = false;
      emit(this.#row(container));
      if (container.isStopped) containers.forget(container);
    }
  }

  #row({ ref, info, isStopped, lastExitNs }: KnownContainer): WireLine {
    const { clock } = this.#world;
    return {
      table: 'container',
      seen_at: new Date(clock.nowMs()).toISOString(),
      container_id: ref.id,
      runtime: info?.runtime ?? ref.runtime,
      name: info?.name,
      image_id: info?.imageId,
      image_repository: info?.imageRepository,
      image_tag: info?.imageTag,
      started_at: info?.startedAt,
      stopped_at: isStopped && lastExitNs !== undefined ? clock.toIso(lastExitNs) : undefined,
      is_privileged: info?.isPrivileged,
      network_mode: info?.networkMode,
      pid_mode: info?.pidMode,
      labels: info?.labels ?? {},
      pod_uid: ref.podUid,
      pod_name: info?.labels['io.kubernetes.pod.name'],
      pod_namespace: info?.labels['io.kubernetes.pod.namespace'],
    };
  }
}
