import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that only this test writes to; `remove` deletes it with all that is in it. */
export interface Scratch {
  readonly path: string;
  readonly remove: () => void;
}

export function createScratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'weft-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
