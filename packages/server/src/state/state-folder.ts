import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from 'bun:sqlite';
import { err, ok, type Result } from '@weft/base';

/** The server's state folder, held by this process. */
export interface StateFolder {
  /** Path of something in it. */
  readonly path: (name: string) => string;
  /** Writes a small secret for its owner alone. */
  readonly writeSecret: (name: string, text: string) => void;
  readonly release: () => void;
}

/** Makes the folder (mode 0700) and takes it for this process. The error says who has it. */
export function takeStateFolder(folder: string): Result<StateFolder, string> {
  const lock = openLock(folder);
  if (lock instanceof Error) return err(`${folder} cannot be used: ${lock.message}. Choose another folder with --data.`);
  const pidFile = join(folder, 'server.pid');
  if (lock === undefined) {
    return err(`${folder} is used by another server (${readPid(pidFile)}). Stop that one, or choose another folder with --data.`);
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return ok({
    path: (name) => join(folder, name),
    writeSecret: (name, text) => writeSecret(join(folder, name), text),
    release: () => lock.close(),
  });
}

/** The lock; undefined when another process has it; the fault when the folder cannot be made or written. */
function openLock(folder: string): Database | Error | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return takeLock(join(folder, 'lock'));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * An exclusive SQLite transaction on an empty file: a lock that the kernel drops when the process ends, however it ends.
 * Bun has no `flock`. Source: SQLite `lockingv3.html`.
 */
function takeLock(path: string): Database | undefined {
  const lock = new Database(path, { create: true });
  try {
    lock.run('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}

function readPid(path: string): string {
  try {
    return `process ${readFileSync(path, 'utf8').trim()}`;
  } catch {
    return 'process unknown';
  }
}

function writeSecret(path: string, text: string): void {
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
