/**
 * First in, first out, capped in entries. A push on a full queue drops the oldest entry and counts it:
 * what is newest matters most to a person who looks at a machine now.
 */
export class BoundedQueue<T> {
  readonly #capacity: number;
  readonly #entries: (T | undefined)[];
  #head = 0;
  #size = 0;
  #dropped = 0;

  /** @throws RangeError when `capacity` is not a positive integer. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`capacity must be a positive integer, got ${capacity}`);
    this.#capacity = capacity;
    this.#entries = Array.from({ length: capacity });
  }

  get size(): number {
    return this.#size;
  }

  /** Entries lost to a full queue since it was made. */
  get dropped(): number {
    return this.#dropped;
  }

  push(entry: T): void {
    if (this.#size === this.#capacity) {
      this.shift();
      this.#dropped += 1;
    }
    this.#entries[(this.#head + this.#size) % this.#capacity] = entry;
    this.#size += 1;
  }

  shift(): T | undefined {
    if (this.#size === 0) return undefined;
    const entry = this.#entries[this.#head];
    this.#entries[this.#head] = undefined;
    this.#head = (this.#head + 1) % this.#capacity;
    this.#size -= 1;
    return entry;
  }
}
