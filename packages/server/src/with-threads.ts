/**
 * Threads of Bun's pool; it has as many as the machine has cores, and a chDB statement holds one while it runs. On two cores
 * two slow questions would stop every insertion and file access of the server (measured: an insertion waited 3 s for two 3 s
 * questions). Four readers, the writer and some for files.
 */
const THREADS = '12';

/** Starts the same program again in this same process with more threads: the pool's size is read when the process begins. */
export function ensureThreads(): void {
  if (process.env['UV_THREADPOOL_SIZE'] !== undefined) return;
  const environment = { ...process.env, UV_THREADPOOL_SIZE: THREADS };
  process.execve?.(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], environment);
}
