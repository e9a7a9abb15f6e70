/** What a control group's path says about the container in it. */
export interface ContainerRef {
  /** 64 hexadecimal digits; ECS and garden have ids of their own shape. */
  readonly id: string;
  readonly runtime: 'docker' | 'containerd' | 'cri-o' | 'podman' | 'unknown';
  readonly podUid: string | undefined;
}

interface Form {
  readonly pattern: RegExp;
  readonly runtime: ContainerRef['runtime'];
}

const HEX64 = '[0-9a-f]{64}';

/** One path component each; the more telling first. Sources: the runtimes' cgroup drivers (systemd and cgroupfs). */
const forms: readonly Form[] = [
  { pattern: new RegExp(`^docker-(${HEX64})\\.scope$`), runtime: 'docker' },
  { pattern: new RegExp(`^crio-(${HEX64})(?:\\.scope)?$`), runtime: 'cri-o' },
  { pattern: new RegExp(`(?:^|:)cri-containerd[-:](${HEX64})(?:\\.scope)?$`), runtime: 'containerd' },
  { pattern: new RegExp(`^libpod-(?:payload-)?(${HEX64})(?:\\.scope)?$`), runtime: 'podman' },
  { pattern: new RegExp(`^(${HEX64})$`), runtime: 'unknown' },
];

/** ECS on Fargate names its containers `<32 hex of the task>-<number>`. */
const ECS_CONTAINER = /^[0-9a-f]{32}-\d+$/;
const POD = /^(?:kubepods.*-)?pod([0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}|[0-9a-f]{32})(?:\.slice)?$/;

/** The innermost container of a path such as `/system.slice/docker-<64 hex>.scope/init`; undefined outside of containers. Pure. */
export function containerOf(cgroupPath: string): ContainerRef | undefined {
  const parts = cgroupPath.split('/').filter((part) => part !== '');
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at] ?? '';
    const found = namedIn(part, parts[at - 1] ?? '');
    if (found !== undefined) return { ...found, podUid: podUidIn(parts.slice(0, at)) };
  }
  return undefined;
}

function namedIn(part: string, above: string): Omit<ContainerRef, 'podUid'> | undefined {
  for (const { pattern, runtime } of forms) {
    const id = pattern.exec(part)?.[1];
    if (id !== undefined) return { id, runtime: above === 'docker' ? 'docker' : runtime };
  }
  return ECS_CONTAINER.test(part) ? { id: part, runtime: 'unknown' } : undefined;
}

function podUidIn(parts: readonly string[]): string | undefined {
  for (const part of parts.toReversed()) {
    const uid = POD.exec(part)?.[1];
    if (uid !== undefined) return uid.replaceAll('_', '-');
  }
  return undefined;
}
