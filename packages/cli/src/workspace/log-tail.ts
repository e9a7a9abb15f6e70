import { readFileSync } from 'node:fs';

/** The last lines of a log, to be shown with a failure; empty when it cannot be read. */
export function logTail(path: string, lines: number): string[] {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines);
  } catch {
    return [];
  }
}
