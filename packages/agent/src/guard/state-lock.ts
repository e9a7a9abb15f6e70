import { Database } from 'bun:sqlite';
import { join } from 'node:path';

export type StateLock = { readonly kind: 'held'; readonly release: () => void } | { readonly kind: 'taken' };

/** Keeps what is locked from the garbage collector, which would close the file and so end the lock of a caller that kept nothing. */
const held = new Set<Database>();

/**
 * One agent per state folder. Bun has no flock(2); SQLite's exclusive transaction is a file lock of the kernel, which holds across
 * pid namespaces and ends with the process however it dies. Costs 2 MB.
 * @throws when the folder cannot be written.
 */
export function lockState(folder: string): StateLock {
  const database = new Database(join(folder, 'lock'), { create: true });
  try {
    database.run('BEGIN EXCLUSIVE');
    held.add(database);
    return { kind: 'held', release: () => release(database) };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return { kind: 'taken' };
    throw error;
  }
}

function release(database: Database): void {
  held.delete(database);
  database.close();
}
