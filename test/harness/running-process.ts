import { openSync } from 'node:fs';

/** A program the test started: it ends with the test, and its output is kept for the failure's reader. */
export interface RunningProcess {
  readonly pid: number;
  readonly exited: Promise<number>;
  /** SIGTERM, then SIGKILL when it is still there after 10 s. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a crash would. */
  readonly kill: () => Promise<void>;
}

/** Output of both streams goes to `logPath`, appended. */
export function startProcess(
  command: string[],
  options: { readonly logPath: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
): RunningProcess {
  const log = openSync(options.logPath, 'a');
  const child = Bun.spawn(command, {
    stdin: 'ignore',
    stdout: log,
    stderr: log,
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await child.exited;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const outcome = await Promise.race([child.exited, Bun.sleep(10_000).then(() => 'late' as const)]);
    if (outcome === 'late') await kill();
  };
  return { pid: child.pid, exited: child.exited, stop, kill };
}
