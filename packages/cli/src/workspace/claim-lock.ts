import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identifyProcess, isRunning } from './process-identity.ts';

export type Claim =
  | { readonly kind: 'claimed'; readonly release: () => void }
  /** Another running process holds it. */
  | { readonly kind: 'busy' }
  /** This user may not write there. */
  | { readonly kind: 'denied' };

/** Claims the named lock until `release`. A lock whose holder is gone is taken over. */
export function claimLock(path: string): Claim {
  try {
    mkdirSync(dirname(path), { recursive: true });
    accessSync(dirname(path), constants.W_OK);
  } catch {
    return { kind: 'denied' };
  }
  if (create(path)) return { kind: 'claimed', release: releaseOnce(path) };
  if (isHeld(path)) return { kind: 'busy' };
  rmSync(path, { force: true });
  return create(path) ? { kind: 'claimed', release: releaseOnce(path) } : { kind: 'busy' };
}

/** A second release must not take the lock from whoever holds it by then. */
function releaseOnce(path: string): () => void {
  let isHeldByUs = true;
  return () => {
    if (isHeldByUs) rmSync(path, { force: true });
    isHeldByUs = false;
  };
}

function create(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(identifyProcess(process.pid)), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isHeld(path: string): boolean {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('startTicks' in holder) || !('bootId' in holder))
      return false;
    const { pid, startTicks, bootId } = holder;
    if (typeof pid !== 'number' || typeof startTicks !== 'number' || typeof bootId !== 'string') return false;
    return isRunning({ pid, startTicks, bootId });
  } catch {
    return false;
  }
}
