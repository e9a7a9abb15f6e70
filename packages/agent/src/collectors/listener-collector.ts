import type { ListenEvent, ProcessRef } from '@weft/sensor';
import type { WireLine } from '@weft/schema';
import { unknownApplication } from '../world/application-names.ts';
import type { KnownProcess } from '../world/known-process.ts';
import type { World } from '../world/world.ts';
import type { Emit } from './emit.ts';
import type { SocketOwners } from './socket-owners.ts';

interface Listener {
  readonly address: string;
  readonly port: number;
  readonly owner: ProcessRef | undefined;
  process: KnownProcess | undefined;
  /** A process may listen on one port with several sockets (SO_REUSEPORT). */
  sockets: number;
  closedAtNs: number | undefined;
  isChanged: boolean;
}

const MAX_LISTENERS = 16_384;

/** Listening sockets: a row when one opens, when it closes, and once an hour in between. */
export class ListenerCollector {
  readonly #world: World;
  readonly #owners: SocketOwners;
  readonly #listeners = new Map<string, Listener>();
  #dropped = 0;

  constructor(world: World, owners: SocketOwners) {
    this.#world = world;
    this.#owners = owners;
  }

  /** Listeners not followed because too many were open, ever. */
  get dropped(): number {
    return this.#dropped;
  }

  onListen(event: ListenEvent): void {
    const { address, port, netNs, process: owner } = event;
    const key = `${netNs} ${address} ${port} ${owner?.pid ?? ''}`;
    const known = this.#listeners.get(key);
    if (event.change === 'closed') this.#close(known ?? this.#closedElsewhere(event), event.atNs);
    else if (known === undefined || known.closedAtNs !== undefined) this.#open(key, { address, port, owner });
    else known.sockets += 1;
  }

  reportAll(): void {
    for (const listener of this.#listeners.values()) listener.isChanged = true;
  }

  flush(emit: Emit, isLast: boolean): void {
    for (const [key, listener] of this.#listeners) {
      if (!listener.isChanged || (!isLast && !this.#isSettled(listener))) continue;
      listener.isChanged = false;
      emit(this.#row(listener));
      if (listener.closedAtNs !== undefined) this.#listeners.delete(key);
    }
  }

  #open(key: string, given: Pick<Listener, 'address' | 'port' | 'owner'>): void {
    if (this.#listeners.size >= MAX_LISTENERS) {
      this.#dropped += 1;
      return;
    }
    const process = this.#owners.find(given.owner);
    this.#listeners.set(key, { ...given, process, sockets: 1, closedAtNs: undefined, isChanged: true });
  }

  #close(listener: Listener | undefined, atNs: number): void {
    if (listener === undefined) return;
    listener.sockets -= 1;
    if (listener.sockets > 0) return;
    listener.closedAtNs = atNs;
    listener.isChanged = true;
  }

  /** The process that closes a socket need not be the one that opened it. */
  #closedElsewhere({ address, port, netNs }: ListenEvent): Listener | undefined {
    const prefix = `${netNs} ${address} ${port} `;
    for (const [key, listener] of this.#listeners) if (key.startsWith(prefix) && listener.closedAtNs === undefined) return listener;
    return undefined;
  }

  #isSettled(listener: Listener): boolean {
    listener.process ??= this.#owners.find(listener.owner);
    return listener.process === undefined || this.#world.names.isSettled(listener.process.program);
  }

  #row({ address, port, process, closedAtNs }: Listener): WireLine {
    const { names, clock } = this.#world;
    if (process !== undefined) names.nameUsers(process.program, process.pid);
    return {
      table: 'listener',
      seen_at: new Date(clock.nowMs()).toISOString(),
      closed_at: closedAtNs === undefined ? undefined : clock.toIso(closedAtNs),
      protocol: 'tcp',
      address,
      port,
      application: process === undefined ? unknownApplication : names.of(process.program),
      pid_hash: process?.pidHash,
      exe_path: process?.program.exePath,
      user_name: process?.program.userName,
      container_id: process?.program.cgroup.container?.id,
    };
  }
}
