/** Caps of a {@link CappedCache}; both hold at once. */
export interface CacheCaps {
  readonly maxEntries: number;
  /** Sum of the sizes given to `set`, bytes. */
  readonly maxBytes: number;
}

/**
 * Least recently used cache, capped in entries and in bytes. Evictions are counted and, when asked for, told:
 * a cache that forgets in silence makes a wrong answer look like a right one.
 */
export class CappedCache<K, V> {
  readonly #caps: CacheCaps;
  readonly #onEvict: ((key: K, value: V) => void) | undefined;
  readonly #entries = new Map<K, { readonly value: V; readonly sizeBytes: number }>();
  #sizeBytes = 0;
  #evicted = 0;

  constructor(caps: CacheCaps, onEvict?: (key: K, value: V) => void) {
    this.#caps = caps;
    this.#onEvict = onEvict;
  }

  get size(): number {
    return this.#entries.size;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Entries pushed out by the caps since the cache was made. */
  get evicted(): number {
    return this.#evicted;
  }

  /** Marks the entry as used just now. */
  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Looks without touching the order. */
  peek(key: K): V | undefined {
    return this.#entries.get(key)?.value;
  }

  /** An entry larger than `maxBytes` alone is evicted at once, and counted. */
  set(key: K, value: V, sizeBytes: number): void {
    this.delete(key);
    this.#entries.set(key, { value, sizeBytes });
    this.#sizeBytes += sizeBytes;
    while (this.#entries.size > this.#caps.maxEntries || this.#sizeBytes > this.#caps.maxBytes) this.#evictOldest();
  }

  delete(key: K): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    this.#sizeBytes -= entry.sizeBytes;
    return this.#entries.delete(key);
  }

  /** Oldest use first. */
  *entries(): IterableIterator<[K, V]> {
    for (const [key, entry] of this.#entries) yield [key, entry.value];
  }

  #evictOldest(): void {
    const oldest = this.#entries.entries().next();
    if (oldest.done === true) return;
    const [key, entry] = oldest.value;
    this.delete(key);
    this.#evicted += 1;
    this.#onEvict?.(key, entry.value);
  }
}
