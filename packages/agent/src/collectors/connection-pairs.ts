import type { Endpoint } from '@weft/sensor';
import type { OpenConnection } from './open-connection.ts';

/**
 * Finds both ends of connections within this machine: the same addresses and ports, seen from the other side.
 * Loopback addresses mean something else in each network namespace; other addresses are the machine's, or its containers'.
 */
export class ConnectionPairs {
  readonly #byTuple = new Map<string, OpenConnection>();

  join(connection: OpenConnection): void {
    const { local, remote } = connection;
    this.#byTuple.set(tupleOf(connection, local, remote), connection);
    const other = this.#byTuple.get(tupleOf(connection, remote, local));
    if (other === undefined || other === connection || other.direction === connection.direction) return;
    connection.pair = other;
    other.pair = connection;
  }

  leave(connection: OpenConnection): void {
    const tuple = tupleOf(connection, connection.local, connection.remote);
    if (this.#byTuple.get(tuple) === connection) this.#byTuple.delete(tuple);
  }
}

function tupleOf({ netNs }: OpenConnection, from: Endpoint, to: Endpoint): string {
  const place = isLoopback(from.address) ? `${netNs} ` : '';
  return `${place}${from.address}:${from.port}>${to.address}:${to.port}`;
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
