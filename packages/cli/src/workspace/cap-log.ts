import { copyFileSync, statSync, truncateSync } from 'node:fs';

/** A log that has grown past this is kept once, as `.old`, and begins anew. */
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Keeps a log from growing for ever. Its writer goes on: it appends (`O_APPEND`), so it writes at the new end. A line written between
 * the copy and the cut is lost, which a log of diagnostics can bear.
 */
export function capLog(path: string, limitBytes: number = LOG_LIMIT_BYTES): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= limitBytes) return;
  copyFileSync(path, `${path}.old`);
  truncateSync(path);
}
