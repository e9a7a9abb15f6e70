import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from './finding.ts';

const MIB = 1024 ** 2;
const NEEDED_BYTES = 256 * MIB;

/** What waits on disk, and whether there is room for more. Reads only. */
export function checkSpool(stateFolder: string): Finding {
  const folder = join(stateFolder, 'spool');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.batch')) : [];
  const bytes = files.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  const { bavail, bsize } = statfsSync(nearestExisting(folder));
  const freeBytes = bavail * bsize;
  const detail = `${folder}: ${files.length} batches, ${Math.ceil(bytes / MIB)} MB wait; ${Math.floor(freeBytes / MIB)} MB are free`;
  const hasRoom = freeBytes + bytes >= NEEDED_BYTES;
  return { what: 'spool', verdict: hasRoom ? 'works' : 'broken', detail: hasRoom ? detail : `${detail}, 256 MB are wanted: free some` };
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}
