import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { startProcess } from './running-process.ts';

/** A Docker engine of the test's own: Debian's `dockerd` on a socket and data folder in `dir`. */
export interface Docker {
  readonly socketPath: string;
  /** Runs `docker ARGS`; @throws Error with its output when it fails. */
  readonly run: (...args: string[]) => Promise<string>;
  /** Makes an image from a folder. */
  readonly importFolder: (folder: string, name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * No bridge and no iptables, so that it needs no kernel modules and leaves the machine's network alone: containers run with
 * `--network host` or `--network none`. The vfs storage driver works on every filesystem.
 */
export async function startDocker(dir: string): Promise<Docker> {
  mkdirSync(dir, { recursive: true });
  const socketPath = join(dir, 'docker.sock');
  const daemon = startProcess(
    [
      'dockerd',
      '--data-root',
      join(dir, 'data'),
      '--exec-root',
      join(dir, 'exec'),
      '--pidfile',
      join(dir, 'docker.pid'),
      '-H',
      `unix://${socketPath}`,
      '--iptables=false',
      '--bridge=none',
      '--storage-driver=vfs',
    ],
    { logPath: join(dir, 'dockerd.log') },
  );
  const run = async (...args: string[]): Promise<string> => {
    const child = Bun.spawn(['docker', '-H', `unix://${socketPath}`, ...args], { stdout: 'pipe', stderr: 'pipe' });
    const [output, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
    if ((await child.exited) !== 0) throw new Error(`docker ${args.join(' ')}: ${problem}`);
    return output.trim();
  };
  await eventually('dockerd answers', () => run('version', '--format', '{{.Server.Version}}'));
  return {
    socketPath,
    run,
    importFolder: async (folder, name) => {
      const child = Bun.spawn(['sh', '-c', 'tar -C "$1" -c . | docker -H "unix://$2" import - "$3"', 'sh', folder, socketPath, name], {
        stdout: 'ignore',
        stderr: 'pipe',
      });
      const problem = await new Response(child.stderr).text();
      if ((await child.exited) !== 0) throw new Error(`docker import ${name}: ${problem}`);
    },
    stop: async () => {
      await daemon.stop();
      // The engine leaves its host network namespace mounted.
      await removeMounts(join(dir, 'exec', 'netns'));
    },
  };
}

async function removeMounts(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) await Bun.spawn(['umount', join(folder, name)], { stderr: 'ignore' }).exited;
}
