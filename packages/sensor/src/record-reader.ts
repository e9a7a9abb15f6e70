/** Reads records out of one ring, a chunk at a time, and never more than it was asked for. */
import { decodeRecord } from './decode';
import type { SensorEvent } from './events';

export const CHUNK_BYTES = 262_144;

/** Copies records into the bytes, as many whole ones as fit, and returns their length; 0 when there are none. */
export type Fill = (bytes: Uint8Array) => number;

export class RecordReader {
  readonly #bytes = new Uint8Array(CHUNK_BYTES);
  readonly #view = new DataView(this.#bytes.buffer);
  #at = 0;
  #end = 0;
  undecodable = 0;

  /** Hands over at most `budget` events; what was filled and not handed over comes first in the next call. Returns their number. */
  read(fill: Fill, onEvent: (event: SensorEvent) => void, budget: number): number {
    let count = 0;
    while (count < budget && this.#hasMore(fill)) count += this.#next(onEvent);
    return count;
  }

  #hasMore(fill: Fill): boolean {
    if (this.#at < this.#end) return true;
    this.#at = 0;
    this.#end = fill(this.#bytes);
    return this.#end > 0;
  }

  #next(onEvent: (event: SensorEvent) => void): 0 | 1 {
    const decoded = decodeRecord(this.#view, this.#at, this.#end);
    this.#at = decoded.nextAt;
    if (decoded.kind === 'undecodable') {
      this.undecodable += 1;
      return 0;
    }
    onEvent(decoded.event);
    return 1;
  }
}
