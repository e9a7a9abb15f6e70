import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Gap } from './gap-log.ts';
import type { SealedBatch } from './sealed-batch.ts';
import { decodeSpoolFile, encodeSpoolFile } from './spool-file.ts';

/** A batch on disk, or in memory when the disk would not take it. */
interface SpoolEntry {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly inMemory: SealedBatch | undefined;
}

export interface SpoolOptions {
  readonly folder: string;
  /** The oldest batches are dropped above this. */
  readonly maxBytes: number;
  readonly nowMs: () => number;
  readonly onGap: (gap: Gap) => void;
}

/** Kept in memory at most while the disk is full. */
const MAX_MEMORY_BYTES = 16 * 1024 * 1024;
const MAX_DAMAGED_FILES = 10;
const FILE = /^(\d{15})-[0-9a-f-]{36}\.batch$/;

/**
 * Batches on their way, oldest first, in a folder: they survive a crash of the agent and of the machine. Bounded; what is dropped or
 * damaged is told through `onGap`. Files are written whole under another name, synced, and renamed.
 */
export class Spool {
  readonly #options: SpoolOptions;
  readonly #entries: SpoolEntry[];
  #sizeBytes: number;
  #damagedBytes: number;
  #nextNumber: number;

  /** Takes over what an earlier agent left. @throws when the folder cannot be made or read. */
  constructor(options: SpoolOptions) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    this.#entries = this.#findEntries();
    this.#sizeBytes = this.#entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.#damagedBytes = this.#damagedFiles().reduce((sum, name) => sum + statSync(this.#path(name)).size, 0);
    this.#nextNumber = Number(FILE.exec(this.#entries.at(-1)?.fileName ?? '')?.[1] ?? 0) + 1;
  }

  get batches(): number {
    return this.#entries.length;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Never throws: a disk that refuses makes the batch stay in memory, within bounds. */
  put(batch: SealedBatch): void {
    const fileName = `${String(this.#nextNumber).padStart(15, '0')}-${batch.id}.batch`;
    const bytes = encodeSpoolFile(batch);
    this.#nextNumber += 1;
    this.#makeRoom(bytes.length);
    const problem = this.#write(fileName, bytes);
    const inMemory = problem === undefined ? undefined : batch;
    this.#entries.push({ fileName, sizeBytes: bytes.length, inMemory });
    this.#sizeBytes += bytes.length;
    if (problem !== undefined) this.#dropMemoryAbove(MAX_MEMORY_BYTES, problem);
  }

  /** The oldest whole batch; damaged ones before it are set aside. Undefined when there is none. */
  peek(): SealedBatch | undefined {
    for (;;) {
      const entry = this.#entries[0];
      if (entry === undefined) return undefined;
      if (entry.inMemory !== undefined) return entry.inMemory;
      const problemOrBatch = this.#read(entry);
      if (typeof problemOrBatch !== 'string') return problemOrBatch;
      this.#setAside(entry, problemOrBatch);
    }
  }

  /** Ends the batch: it was delivered, or told as lost. */
  remove(id: string): void {
    const at = this.#entries.findIndex(({ fileName }) => fileName.includes(id));
    const entry = this.#entries[at];
    if (entry === undefined) return;
    this.#entries.splice(at, 1);
    this.#sizeBytes -= entry.sizeBytes;
    if (entry.inMemory === undefined) this.#delete(entry.fileName);
  }

  #findEntries(): SpoolEntry[] {
    const names = readdirSync(this.#options.folder).sort();
    for (const name of names.filter((one) => one.endsWith('.new'))) rmSync(this.#path(name), { force: true });
    return names
      .filter((name) => FILE.test(name))
      .map((fileName) => ({ fileName, sizeBytes: statSync(this.#path(fileName)).size, inMemory: undefined }));
  }

  /** What refused, or undefined when the file is safely on disk. */
  #write(fileName: string, bytes: Uint8Array): string | undefined {
    const path = this.#path(fileName);
    try {
      writeSynced(`${path}.new`, bytes);
      renameSync(`${path}.new`, path);
      syncFolder(this.#options.folder);
      return undefined;
    } catch (error) {
      this.#delete(`${fileName}.new`);
      this.#delete(fileName);
      return `the spool could not be written: ${String(error)}`;
    }
  }

  /** A disk that was mounted read-only refuses even this. What stays is sent again at the next start, under the id it had. */
  #delete(name: string): void {
    try {
      rmSync(this.#path(name), { force: true });
    } catch {
      // See above.
    }
  }

  #read(entry: SpoolEntry): SealedBatch | string {
    try {
      const check = decodeSpoolFile(readFileSync(this.#path(entry.fileName)));
      return check.kind === 'whole' ? check.batch : check.problem;
    } catch (error) {
      return String(error);
    }
  }

  #setAside(entry: SpoolEntry, problem: string): void {
    this.#drop(entry, `a spooled batch is damaged: ${problem}`, undefined, () => {
      if (this.#damagedFiles().length >= MAX_DAMAGED_FILES) return this.#delete(entry.fileName);
      renameSync(this.#path(entry.fileName), this.#path(`${entry.fileName}.damaged`));
      this.#damagedBytes += entry.sizeBytes;
    });
  }

  #damagedFiles(): string[] {
    try {
      return readdirSync(this.#options.folder).filter((name) => name.endsWith('.damaged'));
    } catch {
      return [];
    }
  }

  /** Damaged files, kept for a person to look at, go before any batch does. */
  #makeRoom(neededBytes: number): void {
    const hasRoom = (): boolean => this.#sizeBytes + this.#damagedBytes + neededBytes <= this.#options.maxBytes;
    if (!hasRoom() && this.#damagedBytes > 0) {
      for (const name of this.#damagedFiles()) this.#delete(name);
      this.#damagedBytes = 0;
    }
    this.#dropUntil(hasRoom, 'the spool was full');
  }

  #dropUntil(isEnough: () => boolean, reason: string): void {
    while (!isEnough()) {
      const oldest = this.#entries[0];
      if (oldest === undefined) return;
      const lost = oldest.inMemory ?? this.#read(oldest);
      this.#drop(oldest, reason, typeof lost === 'string' ? undefined : lost, () => rmSync(this.#path(oldest.fileName), { force: true }));
    }
  }

  #dropMemoryAbove(maxBytes: number, reason: string): void {
    const held = this.#entries.filter(({ inMemory }) => inMemory !== undefined);
    let heldBytes = held.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    for (const entry of held) {
      if (heldBytes <= maxBytes) return;
      heldBytes -= entry.sizeBytes;
      this.#drop(entry, reason, entry.inMemory, () => {});
    }
  }

  #drop(entry: SpoolEntry, reason: string, lost: SealedBatch | undefined, discard: () => void): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    this.#sizeBytes -= entry.sizeBytes;
    const nowMs = this.#options.nowMs();
    try {
      discard();
    } catch {
      // The file stays where it is and is met again at the next start; the gap below says so already.
    }
    this.#options.onGap({
      where: 'spool',
      what: 'row',
      lost: lost?.rows,
      reason,
      fromMs: lost?.fromMs ?? nowMs,
      toMs: lost?.toMs ?? nowMs,
    });
  }

  #path(fileName: string): string {
    return join(this.#options.folder, fileName);
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'w', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
