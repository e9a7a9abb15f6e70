import { splitImageName, type ContainerInfo } from './container-info.ts';

/**
 * Reads a container as Docker describes it: the answer of `GET /containers/<id>/json`, or its file `config.v2.json`, which names the
 * same things in the same places but for `HostConfig`, which lies in `hostconfig.json` beside it. Pure; undefined when it is neither.
 */
export function parseDockerContainer(json: unknown, hostConfig?: unknown): ContainerInfo | undefined {
  const root = objectIn(json);
  const config = objectIn(root.get('Config'));
  const host = objectIn(hostConfig ?? root.get('HostConfig'));
  const image = textIn(config, 'Image');
  if (image === undefined) return undefined;
  const { repository, tag } = splitImageName(image);
  const isPrivileged = host.get('Privileged');
  return {
    runtime: 'docker',
    name: textIn(root, 'Name')?.replace(/^\//, ''),
    imageId: textIn(root, 'Image'),
    imageRepository: repository,
    imageTag: tag,
    startedAt: instant(textIn(objectIn(root.get('State')), 'StartedAt')),
    isPrivileged: typeof isPrivileged === 'boolean' ? isPrivileged : undefined,
    networkMode: textIn(host, 'NetworkMode'),
    pidMode: textIn(host, 'PidMode'),
    labels: Object.fromEntries(
      [...objectIn(config.get('Labels'))].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}

function objectIn(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}

function textIn(object: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = object.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Docker writes nanoseconds, and the year 1 for never. */
function instant(text: string | undefined): string | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) || ms <= 0 ? undefined : new Date(ms).toISOString();
}
