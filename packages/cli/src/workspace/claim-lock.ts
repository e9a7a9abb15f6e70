import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identifyProcess, isRunning } from './process-identity.ts';

/** Holds the named lock until `release`; undefined when another running process holds it. A lock whose holder is gone is taken over. */
export function claimLock(path: string): { readonly release: () => void } | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const held = { release: releaseOnce(path) };
  if (create(path)) return held;
  if (isHeld(path)) return undefined;
  rmSync(path, { force: true });
  return create(path) ? held : undefined;
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
