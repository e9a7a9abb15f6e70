import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ID = /^[\w.:/-]{8,128}$/;

/** `/etc/machine-id`; without one (containers, minimal images) an id made once and kept in the state folder. */
export function readMachineId(stateFolder: string): string {
  const kept = join(stateFolder, 'machine-id');
  const known = [`/etc/machine-id`, kept].map(readId).find((id) => id !== undefined);
  if (known !== undefined) return known;
  const id = randomBytes(16).toString('hex');
  writeFileSync(kept, `${id}\n`, { mode: 0o600 });
  return id;
}

function readId(path: string): string | undefined {
  try {
    const id = readFileSync(path, 'utf8').trim();
    return ID.test(id) && id !== 'uninitialized' ? id : undefined;
  } catch {
    return undefined;
  }
}
