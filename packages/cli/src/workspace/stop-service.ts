import { isRunning, type ProcessIdentity } from './process-identity.ts';

export type Stopped = 'was-not-running' | 'stopped' | 'killed' | 'not-allowed' | 'still-running';

/** How long a service may take to finish what it accepted. */
export const gracefulStopMs = 20_000;
const KILL_WAIT_MS = 5000;
const POLL_MS = 50;

/** Asks the process to end (SIGTERM), and after `patienceMs` ends it (SIGKILL). A process that only has the same pid is left alone. */
export async function stopProcess(identity: ProcessIdentity, patienceMs: number = gracefulStopMs): Promise<Stopped> {
  if (!isRunning(identity)) return 'was-not-running';
  if (!signal(identity, 'SIGTERM')) return 'not-allowed';
  if (await endsWithin(identity, patienceMs)) return 'stopped';
  signal(identity, 'SIGKILL');
  return (await endsWithin(identity, KILL_WAIT_MS)) ? 'killed' : 'still-running';
}

/** False when it may not be signalled. A process that ended in between counts as signalled. */
function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): boolean {
  if (!isRunning(identity)) return true;
  try {
    process.kill(identity.pid, name);
    return true;
  } catch {
    return !isRunning(identity);
  }
}

async function endsWithin(identity: ProcessIdentity, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (isRunning(identity)) {
    if (performance.now() > deadline) return false;
    await Bun.sleep(POLL_MS);
  }
  return true;
}
