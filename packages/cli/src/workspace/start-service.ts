import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { capLog } from './cap-log.ts';
import { identifyProcess, type ProcessIdentity } from './process-identity.ts';

export interface ServiceCommand {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  /** Variables beside those of this process. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Starts a process that outlives this one, in its own session (a Ctrl-C in our terminal does not reach it), its output in the log.
 * Undefined when it could not start, or ended before it could be seen.
 */
export async function startService(command: ServiceCommand): Promise<ProcessIdentity | undefined> {
  const log = openLog(command.logFile);
  try {
    const child = spawn(command.file, [...command.arguments], {
      cwd: command.cwd,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...command.variables },
    });
    const hasStarted = await new Promise<boolean>((resolve) =>
      child.once('spawn', () => resolve(true)).once('error', () => resolve(false)),
    );
    child.unref();
    return hasStarted && child.pid !== undefined ? identifyProcess(child.pid) : undefined;
  } finally {
    closeSync(log);
  }
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  capLog(path);
  return openSync(path, 'a', 0o600);
}
