import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A ClickHouse reached by HTTP, in a process of its own: see `clickhouse-front.ts`. */
export interface Clickhouse {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startClickhouse(): Promise<Clickhouse> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-clickhouse-'));
  const port = freePort();
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'clickhouse-front.ts'), String(port), join(folder, 'data')], {
    // A statement of chDB holds a thread of the pool.
    env: { ...process.env, UV_THREADPOOL_SIZE: '8' },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'inherit',
  });
  await child.stdout.getReader().read();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGKILL');
      await child.exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
