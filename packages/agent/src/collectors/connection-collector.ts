import { BoundedQueue } from '@weft/base';
import type { ConnectionEvent, Sensor } from '@weft/sensor';
import type { World } from '../world/world.ts';
import { ConnectionAggregate, type MaskPeer } from './connection-aggregate.ts';
import { ConnectionPairs } from './connection-pairs.ts';
import type { Emit } from './emit.ts';
import { createOpenConnection, type OpenConnection, updateConnection } from './open-connection.ts';
import type { SocketOwners } from './socket-owners.ts';

const MINUTE_MS = 60_000;
/** Connections kept at once; what is over is told when it closes. About 20 MB. */
const MAX_OPEN = 65_536;
const MAX_ENDED = 65_536;
/** A scan of ports, or of the whole internet, has a sum for each: above this their rows go out before the minute ends. About 4 MB. */
const MAX_SUMS = 8192;
const OTHER_END_WITHIN_NS = 1_000_000_000;

export interface ConnectionOptions {
  readonly maskPeer: MaskPeer;
  /** A new user sees the first connections this long after the start, not at the end of the minute. */
  readonly firstFlushMs: number;
}

/**
 * Adds connections up per minute. An ended one is added as soon as its owner is settled, an open one at the end of each minute;
 * each byte is added once.
 */
export class ConnectionCollector {
  readonly #world: World;
  readonly #owners: SocketOwners;
  readonly #aggregate: ConnectionAggregate;
  readonly #pairs = new ConnectionPairs();
  readonly #open = new Map<string, OpenConnection>();
  readonly #ended = new BoundedQueue<OpenConnection>(MAX_ENDED);
  #firstEnded: OpenConnection | undefined;
  #minuteMs: number;
  #firstFlushAtMs: number | undefined;
  #flushedUpToMs: number;
  #pass = 0;
  #untracked = 0;
  #missedCloses = 0;

  constructor(world: World, owners: SocketOwners, options: ConnectionOptions) {
    this.#world = world;
    this.#owners = owners;
    this.#aggregate = new ConnectionAggregate(world, options.maskPeer);
    this.#minuteMs = minuteOf(world.clock.nowMs());
    this.#flushedUpToMs = world.clock.nowMs();
    this.#firstFlushAtMs = world.clock.nowMs() + options.firstFlushMs;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** All that happened before this time was given out as rows, Unix epoch ms. */
  get flushedUpToMs(): number {
    return this.#flushedUpToMs;
  }

  /** Connections that were not followed while open, because too many were, ever. Their totals are told when they close. */
  get untracked(): number {
    return this.#untracked;
  }

  /** Connections whose end was noticed only because they were no longer there, ever. */
  get missedCloses(): number {
    return this.#missedCloses;
  }

  onConnection(event: ConnectionEvent): void {
    const connection = this.#open.get(event.connectionId) ?? this.#begin(event);
    if (connection === undefined) return;
    updateConnection(connection, event, this.#pass);
    if (event.process !== undefined) this.#setOwner(connection, event);
    if (connection.endedAtNs !== undefined) this.#end(connection);
  }

  /** Call it every second or so. `sensor` tells how far open connections are when a minute ends. */
  flush(sensor: Sensor | undefined, emit: Emit, isLast: boolean): void {
    this.#addEnded(isLast);
    const nowMs = this.#world.clock.nowMs();
    const isMinuteOver = minuteOf(nowMs) !== this.#minuteMs;
    const isFirstFlush = this.#firstFlushAtMs !== undefined && nowMs >= this.#firstFlushAtMs;
    if (!isMinuteOver && !isFirstFlush && !isLast) {
      if (this.#aggregate.size >= MAX_SUMS) this.#emitSums(emit);
      return;
    }
    if (isFirstFlush) this.#firstFlushAtMs = undefined;
    if (sensor !== undefined) this.#measureOpen(sensor);
    this.#addEnded(isLast);
    for (const connection of this.#open.values()) this.#fold(connection);
    this.#emitSums(emit);
    this.#minuteMs = minuteOf(nowMs);
    this.#flushedUpToMs = nowMs;
  }

  #emitSums(emit: Emit): void {
    for (const row of this.#aggregate.takeRows(this.#minuteMs)) emit(row);
  }

  #begin(event: ConnectionEvent): OpenConnection | undefined {
    const isOver = event.change === 'closed' || event.change === 'failed';
    if (this.#open.size >= MAX_OPEN && !isOver) {
      this.#untracked += event.change === 'opened' ? 1 : 0;
      return undefined;
    }
    const connection = createOpenConnection(event, this.#pass);
    this.#open.set(connection.id, connection);
    this.#pairs.join(connection);
    return connection;
  }

  #setOwner(connection: OpenConnection, { process }: ConnectionEvent): void {
    const isSame =
      connection.process !== undefined && connection.owner?.pid === process?.pid && connection.owner?.startNs === process?.startNs;
    if (isSame) return;
    connection.owner = process;
    connection.process = this.#owners.find(process) ?? connection.process;
  }

  #end(connection: OpenConnection): void {
    this.#open.delete(connection.id);
    if (this.#ended.size === MAX_ENDED) this.#addEnded(true);
    this.#ended.push(connection);
  }

  /** Adds ended connections in order, as far as their applications are settled. */
  #addEnded(isLast: boolean): void {
    for (;;) {
      this.#firstEnded ??= this.#ended.shift();
      if (this.#firstEnded === undefined) return;
      if (!isLast && !this.#isSettled(this.#firstEnded)) return;
      const ended = this.#firstEnded;
      this.#firstEnded = undefined;
      this.#pairs.leave(ended);
      this.#fold(ended);
    }
  }

  /** The other end, when it is here, is told within a moment; then what is known of both must be final. */
  #isSettled({ process, pair, endedAtNs = 0 }: OpenConnection): boolean {
    const { names, clock } = this.#world;
    if (pair === undefined && clock.nowBootNs() - endedAtNs < OTHER_END_WITHIN_NS) return false;
    return (
      (process === undefined || names.isSettled(process.program)) && (pair?.process === undefined || names.isSettled(pair.process.program))
    );
  }

  #fold(connection: OpenConnection): void {
    connection.process ??= this.#owners.find(connection.owner);
    this.#aggregate.add(connection);
    connection.hasOpened = false;
    connection.foldedSentBytes = Math.max(connection.foldedSentBytes, connection.sentBytes);
    connection.foldedReceivedBytes = Math.max(connection.foldedReceivedBytes, connection.receivedBytes);
    connection.firstAtNs = connection.lastAtNs;
  }

  /** What the kernel no longer has has ended without our hearing of it. */
  #measureOpen(sensor: Sensor): void {
    this.#pass += 1;
    sensor.progress((event) => {
      if (event.kind === 'connection') this.onConnection(event);
    });
    const nowNs = this.#world.clock.nowBootNs();
    for (const connection of [...this.#open.values()].filter(({ seenInPass }) => seenInPass < this.#pass - 1)) {
      this.#missedCloses += 1;
      connection.endedAtNs = nowNs;
      this.#end(connection);
    }
  }
}

function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
