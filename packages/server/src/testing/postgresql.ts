import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of its own, from Debian's package, in a temporary folder. */
export interface Postgresql {
  readonly url: string;
  /** Another empty database on it; answers its URL. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** @throws when Debian's `postgresql` is not installed. */
export async function startPostgresql(): Promise<Postgresql> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-postgresql-'));
  const port = freePort();
  const data = join(folder, 'data');
  const asOwner = ownerPrefix(folder);
  await run([...asOwner, tool('initdb'), '-D', data, '-U', 'weft', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  await run([...asOwner, tool('pg_ctl'), '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start']);
  let databases = 0;
  return {
    url: `postgres://weft@127.0.0.1:${port}/postgres`,
    createDatabase: async () => {
      databases += 1;
      await run([tool('createdb'), '-h', '127.0.0.1', '-p', String(port), '-U', 'weft', `weft${databases}`]);
      return `postgres://weft@127.0.0.1:${port}/weft${databases}`;
    },
    stop: async () => {
      await run([...asOwner, tool('pg_ctl'), '-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the tools of each major version in a folder that is not on the path. */
function tool(name: string): string {
  const root = '/usr/lib/postgresql';
  const version = readdirSync(root).sort().at(-1);
  if (version === undefined) throw new Error('Install PostgreSQL first: apt-get install postgresql');
  return join(root, version, 'bin', name);
}

/** PostgreSQL refuses to run as root: it runs as `nobody` then, who owns the folder. */
function ownerPrefix(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  chownSync(folder, NOBODY, NOBODY);
  return ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
}

/** Source: Debian `base-passwd`. */
const NOBODY = 65_534;

async function run(command: readonly string[]): Promise<void> {
  const child = Bun.spawn([...command], { stdout: 'ignore', stderr: 'pipe' });
  if ((await child.exited) !== 0) throw new Error(`${command.join(' ')}: ${await new Response(child.stderr).text()}`);
}
