import { CappedCache } from '@weft/base';
import { parsePasswd } from './parse-passwd.ts';

/** Reads a file of at most `maxBytes`; undefined when it is not there, not readable or larger. */
export type ReadSmallFile = (path: string, maxBytes: number) => string | undefined;

const MAX_PASSWD_BYTES = 1024 * 1024;
const FRESH_MS = 60_000;
const CAPS = { maxEntries: 512, maxBytes: 4 * 1024 * 1024 };
const BYTES_PER_NAME = 100;
const HOST = '';

interface Names {
  readonly byUid: ReadonlyMap<number, string>;
  readonly readAtMs: number;
}

/** User names, of the machine and of each container. A container's are read through a process that lives in it, and kept after it. */
export class UserTable {
  readonly #read: ReadSmallFile;
  /** Monotonic. */
  readonly #nowMs: () => number;
  readonly #names = new CappedCache<string, Names>(CAPS);

  constructor(read: ReadSmallFile, nowMs: () => number) {
    this.#read = read;
    this.#nowMs = nowMs;
  }

  /** `pid` is any process of the container; both undefined is the machine itself. Undefined when the uid has no name. */
  nameOf(uid: number, containerId: string | undefined, pid: number | undefined): string | undefined {
    const key = containerId ?? HOST;
    const known = this.#names.get(key);
    if (known !== undefined && this.#nowMs() - known.readAtMs < FRESH_MS) return known.byUid.get(uid);
    const text = this.#read(containerId === undefined ? '/etc/passwd' : `/proc/${pid}/root/etc/passwd`, MAX_PASSWD_BYTES);
    const names = text === undefined ? known?.byUid : parsePasswd(text);
    // A process that is gone says nothing of its container: the next one is asked.
    return names === undefined ? undefined : this.#keep(key, names).get(uid);
  }

  #keep(key: string, byUid: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
    this.#names.set(key, { byUid, readAtMs: this.#nowMs() }, 100 + byUid.size * BYTES_PER_NAME);
    return byUid;
  }
}
