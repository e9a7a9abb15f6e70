import type { WireLine } from '@weft/schema';
import type { KnownContainer } from '../world/container-table.ts';
import type { World } from '../world/world.ts';
import type { Emit } from './emit.ts';

/** A container without a process this long is over; runtimes start the first process before ours is told. */
const GONE_AFTER_NS = 5_000_000_000;
/** Its processes are known for a minute more, and what they did is told by the end of that minute: as the container it was. */
const FORGET_AFTER_NS = 180_000_000_000;

/** Containers: a row when one is known, when its last process ended, and once an hour in between. */
export class ContainerCollector {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  reportAll(): void {
    for (const container of this.#world.containers.all()) container.isChanged ||= !container.isStopped;
  }

  /** Finds the containers whose processes are all gone. Cost: one look at each process; call it every 10 s or so. */
  findStopped(): void {
    const living = new Set<string>();
    for (const { program } of this.#world.processes.alive())
      if (program.cgroup.container !== undefined) living.add(program.cgroup.container.id);
    for (const container of this.#world.containers.all()) {
      if (!living.has(container.ref.id)) this.#judgeEmpty(container);
      else if (container.isStopped) setStopped(container, false);
    }
  }

  /** The end of its last process may have been missed: then it ended when we noticed. */
  #judgeEmpty(container: KnownContainer): void {
    const nowNs = this.#world.clock.nowBootNs();
    container.lastExitNs ??= nowNs;
    const goneForNs = nowNs - container.lastExitNs;
    if (goneForNs >= FORGET_AFTER_NS && container.isStopped && !container.isChanged) this.#world.containers.forget(container);
    else if (goneForNs >= GONE_AFTER_NS && !container.isStopped) setStopped(container, true);
  }

  flush(emit: Emit, isLast: boolean): void {
    const { containers } = this.#world;
    containers.askDue();
    for (const container of containers.all()) {
      if (!container.isChanged || (!isLast && !containers.isSettled(container))) continue;
      container.isChanged = false;
      emit(this.#row(container));
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

function setStopped(container: KnownContainer, isStopped: boolean): void {
  container.isStopped = isStopped;
  container.isChanged = true;
}
