import { peerKey } from '@weft/graph';
import type { WireLine } from '@weft/schema';
import { unknownApplication } from '../world/application-names.ts';
import type { World } from '../world/world.ts';
import type { OpenConnection } from './open-connection.ts';

/** What one application exchanged with one peer on one port in one direction. Times are ns since boot. */
interface Sum {
  readonly sample: OpenConnection;
  readonly application: string;
  readonly peerApplication: string | undefined;
  readonly peerAddress: string;
  readonly peer: string;
  readonly port: number;
  opened: number;
  failed: number;
  open: number;
  sentBytes: number;
  receivedBytes: number;
  firstAtNs: number;
  lastAtNs: number;
}

/** Changes the peer's address before anything is made of it: the identity, or `AnonymizeIncoming`. */
export type MaskPeer = (address: string, direction: 'outbound' | 'inbound') => string;

/** Adds connections up to rows of a minute. */
export class ConnectionAggregate {
  readonly #world: World;
  readonly #mask: MaskPeer;
  readonly #sums = new Map<string, Sum>();

  constructor(world: World, mask: MaskPeer) {
    this.#world = world;
    this.#mask = mask;
  }

  get size(): number {
    return this.#sums.size;
  }

  /** Adds what happened on the connection since it was last added. */
  add(connection: OpenConnection): void {
    const sum = this.#sumOf(connection);
    sum.opened += connection.hasOpened ? 1 : 0;
    sum.failed += connection.hasFailed ? 1 : 0;
    sum.open += connection.endedAtNs === undefined ? 1 : 0;
    sum.sentBytes += Math.max(0, connection.sentBytes - connection.foldedSentBytes);
    sum.receivedBytes += Math.max(0, connection.receivedBytes - connection.foldedReceivedBytes);
    sum.firstAtNs = Math.min(sum.firstAtNs, connection.firstAtNs);
    sum.lastAtNs = Math.max(sum.lastAtNs, connection.lastAtNs);
  }

  /** The rows of the minute that begins at `minuteMs`; begins anew. */
  takeRows(minuteMs: number): WireLine[] {
    const minute = new Date(minuteMs).toISOString();
    const sums = [...this.#sums.values()];
    this.#sums.clear();
    return sums.map((sum) => this.#row(sum, minute));
  }

  #sumOf(connection: OpenConnection): Sum {
    const { names } = this.#world;
    const { direction, process, pair } = connection;
    const application = process === undefined ? unknownApplication : names.of(process.program);
    const peerApplication = pair?.process === undefined ? undefined : names.of(pair.process.program);
    const peerAddress = this.#mask(connection.remote.address, direction);
    const peer = peerKey({ address: peerAddress, application: peerApplication });
    const port = direction === 'outbound' ? connection.remote.port : connection.local.port;
    const containerId = process?.program.cgroup.container?.id ?? '';
    const key = `${direction} ${port} ${containerId} ${application}\n${peer}`;
    const known = this.#sums.get(key);
    if (known !== undefined) return known;
    const { firstAtNs, lastAtNs } = connection;
    const zeros = { opened: 0, failed: 0, open: 0, sentBytes: 0, receivedBytes: 0, firstAtNs, lastAtNs };
    const sum = { sample: connection, application, peerApplication, peerAddress, peer, port, ...zeros };
    this.#sums.set(key, sum);
    return sum;
  }

  #row(sum: Sum, minute: string): WireLine {
    const { clock, names } = this.#world;
    const { direction, process, local } = sum.sample;
    if (process !== undefined) names.nameUsers(process.program, process.pid);
    return {
      table: 'connection',
      minute,
      direction,
      protocol: 'tcp',
      application: sum.application,
      pid_hash: process?.pidHash,
      exe_path: process?.program.exePath,
      user_name: process?.program.userName,
      local_address: local.address,
      peer_address: sum.peerAddress,
      peer_application: sum.peerApplication,
      peer: sum.peer,
      port: sum.port,
      opened: sum.opened,
      failed: sum.failed,
      open: sum.open,
      sent_bytes: sum.sentBytes,
      received_bytes: sum.receivedBytes,
      first_at: clock.toIso(sum.firstAtNs),
      last_at: clock.toIso(sum.lastAtNs),
      container_id: process?.program.cgroup.container?.id,
    };
  }
}
