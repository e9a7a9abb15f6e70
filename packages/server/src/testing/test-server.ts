import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A real server in a process of its own, on a temporary state folder. */
export interface TestServer {
  readonly url: string;
  readonly dataFolder: string;
  readonly ca: string;
  readonly agentToken: string;
  /** Admin; each start makes a new one. */
  readonly apiKey: string;
  /** `fetch` that trusts its CA; `path` begins with a slash. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** As a crash: SIGKILL. */
  readonly kill: () => Promise<void>;
  /** As an operator: SIGTERM; answers its exit code. */
  readonly stop: () => Promise<number>;
  /** Starts it again on the same state and port, waits until it is ready. */
  readonly start: () => Promise<void>;
  /** What it wrote to its log since the first start. */
  readonly log: () => string;
  /** Stops it and removes its state. */
  readonly dispose: () => Promise<void>;
}

export interface TestServerOptions {
  /** Further words of the command line. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder that holds the state; a new temporary one when absent. It is removed at the end only when it is. */
  readonly dataFolder?: string;
}

const READY_WITHIN_MS = 30_000;

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const root = mkdtempSync(join(tmpdir(), 'weft-server-'));
  const dataFolder = options.dataFolder ?? join(root, 'data');
  const logFile = join(root, 'log');
  const port = freePort();
  const url = `https://127.0.0.1:${port}`;
  let child: Bun.Subprocess | undefined;
  const start = async (): Promise<void> => {
    const command = [
      process.execPath,
      join(import.meta.dir, '../main.ts'),
      '--data',
      dataFolder,
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
    ];
    const environment = { ...process.env, ...options.environment };
    // Appended by the shell: Bun would begin the file anew at each start.
    child = Bun.spawn(['sh', '-c', 'exec "$@" >> "$0" 2>&1', logFile, ...command, ...(options.words ?? [])], {
      env: environment,
      stdout: 'ignore',
      stderr: 'ignore',
    });
    await waitReady(url, child, () => readFileSync(logFile, 'utf8'));
  };
  try {
    await start();
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  const ca = readFileSync(join(dataFolder, 'tls/ca.pem'), 'utf8');
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number> => {
    child?.kill(signal);
    return (await child?.exited) ?? 0;
  };
  return {
    url,
    dataFolder,
    ca,
    agentToken: readFileSync(join(dataFolder, 'first-agent-token'), 'utf8').trim(),
    get apiKey() {
      return readFileSync(join(dataFolder, 'local-api-key'), 'utf8').trim();
    },
    fetch: (path, init = {}) => fetch(url + path, { ...init, tls: { ca } }),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    start,
    log: () => readFileSync(logFile, 'utf8'),
    dispose: async () => {
      await end('SIGKILL');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function waitReady(url: string, child: Bun.Subprocess, log: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`, { tls: { rejectUnauthorized: false } }).catch(() => undefined);
    if (answer?.ok === true) return;
    await Bun.sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not become ready. Its log:\n${log()}`);
}
