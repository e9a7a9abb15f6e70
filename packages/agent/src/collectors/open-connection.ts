import type { ConnectionEvent, Endpoint, ProcessRef } from '@weft/sensor';
import type { KnownProcess } from '../world/known-process.ts';

/** A connection of this machine, with what happened on it since its last fold into a row. */
export interface OpenConnection {
  readonly id: string;
  readonly direction: 'outbound' | 'inbound';
  readonly local: Endpoint;
  readonly remote: Endpoint;
  readonly netNs: number;
  owner: ProcessRef | undefined;
  /** The owner, once it is found in the process table. */
  process: KnownProcess | undefined;
  /** The other end, when it is on this machine too. */
  pair: OpenConnection | undefined;
  /** Payload since opened. */
  sentBytes: number;
  receivedBytes: number;
  /** How much of that was folded already. */
  foldedSentBytes: number;
  foldedReceivedBytes: number;
  hasOpened: boolean;
  hasFailed: boolean;
  /** Ended, ns since boot. */
  endedAtNs: number | undefined;
  firstAtNs: number;
  lastAtNs: number;
  /** The pass of `progress` that saw it last. */
  seenInPass: number;
}

/** What was sent before the agent looked belongs to no minute of this agent. */
export function createOpenConnection(event: ConnectionEvent, pass: number): OpenConnection {
  const { connectionId: id, direction, local, remote, netNs, existedBefore, atNs } = event;
  return {
    id,
    direction,
    local,
    remote,
    netNs,
    owner: undefined,
    process: undefined,
    pair: undefined,
    sentBytes: 0,
    receivedBytes: 0,
    foldedSentBytes: existedBefore ? event.sentBytes : 0,
    foldedReceivedBytes: existedBefore ? event.receivedBytes : 0,
    hasOpened: !existedBefore && event.change !== 'failed',
    hasFailed: false,
    endedAtNs: undefined,
    firstAtNs: existedBefore ? atNs : Math.min(event.openedAtNs, atNs),
    lastAtNs: atNs,
    seenInPass: pass,
  };
}

/** Takes over what an event says. Totals never go back, whatever the order of events. */
export function updateConnection(connection: OpenConnection, event: ConnectionEvent, pass: number): void {
  const hasMoved = event.sentBytes > connection.sentBytes || event.receivedBytes > connection.receivedBytes;
  connection.sentBytes = Math.max(connection.sentBytes, event.sentBytes);
  connection.receivedBytes = Math.max(connection.receivedBytes, event.receivedBytes);
  if (hasMoved || event.change !== 'progress') connection.lastAtNs = Math.max(connection.lastAtNs, event.atNs);
  connection.seenInPass = pass;
  if (event.change === 'failed') connection.hasFailed = true;
  if (event.change === 'failed' || event.change === 'closed') connection.endedAtNs = event.atNs;
}
