import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDockerContainer } from './docker-container.ts';
import type { ContainerInfo } from './container-info.ts';

/** Asks for one container. `absent`: the runtime does not know it. `unreachable`: nobody answered. */
export type ContainerAnswer =
  | { readonly kind: 'found'; readonly info: ContainerInfo }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreachable'; readonly reason: string };
export type AskForContainer = (id: string) => Promise<ContainerAnswer>;

const TIMEOUT_MS = 2000;
const DATA_FOLDER = '/var/lib/docker/containers';

/** Docker's socket, and when that does not answer its files, which need no daemon. `endpoint` is `unix:///path` or a path. */
export function createDockerSource(endpoint: string = 'unix:///var/run/docker.sock'): AskForContainer {
  const socketPath = endpoint.replace(/^unix:\/\//, '');
  return async (id) => {
    const answer = await askSocket(socketPath, id);
    return answer.kind === 'found' ? answer : ((await readFiles(id)) ?? answer);
  };
}

async function askSocket(socketPath: string, id: string): Promise<ContainerAnswer> {
  try {
    const response = await fetch(`http://docker/containers/${id}/json`, { unix: socketPath, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const info = response.ok ? parseDockerContainer(await response.json()) : undefined;
    return info === undefined ? { kind: 'absent' } : { kind: 'found', info };
  } catch (error) {
    const isThere = existsSync(socketPath);
    return { kind: 'unreachable', reason: isThere ? `${socketPath}: ${String(error)}` : `there is no ${socketPath}` };
  }
}

async function readFiles(id: string): Promise<ContainerAnswer | undefined> {
  try {
    const [config, host] = ['config.v2.json', 'hostconfig.json'].map((name) => Bun.file(join(DATA_FOLDER, id, name)));
    const info = parseDockerContainer(await config?.json(), await host?.json());
    return info === undefined ? undefined : { kind: 'found', info };
  } catch {
    return undefined;
  }
}
