import { unreachable } from '@weft/base';
import { normaliseSegment } from './normalise-segment.ts';
import type { Owner } from './owner.ts';

/** Suffixes Kubernetes makes up. Source: `k8s.io/apimachinery/pkg/util/rand`, which leaves out vowels and 0, 1, 3. */
const RANDOM_SUFFIX = '[bcdfghjklmnpqrstvwxz2456789]';
const REPLICA_SET_SUFFIX = new RegExp(`-${RANDOM_SUFFIX}{8,10}$`);
const POD_SUFFIX = new RegExp(`(?:-${RANDOM_SUFFIX}{8,10})?-${RANDOM_SUFFIX}{5}$`);

/** Drops from an owner what differs between replicas, releases and machines. Idempotent. */
export function normaliseOwner(owner: Owner): Owner {
  switch (owner.kind) {
    case 'workload':
      return { ...owner, name: normaliseWorkloadName(owner.workloadKind, owner.name) };
    case 'image':
      return { kind: 'image', repository: normaliseRepository(owner.repository) };
    case 'unit':
      return { kind: 'unit', name: normaliseUnit(owner.name) };
    case 'package':
    case 'role':
      return owner;
    default:
      return unreachable(owner);
  }
}

function normaliseWorkloadName(kind: string, name: string): string {
  if (kind === 'ReplicaSet') return name.replace(REPLICA_SET_SUFFIX, '-*');
  if (kind === 'Pod') return name.replace(POD_SUFFIX, '-*');
  return kind === 'Job' ? name.replace(/-\d{8,}$/, '-*') : name;
}

/** Docker writes its own registry or leaves it out: `docker.io/library/redis:7` is `redis`. */
function normaliseRepository(repository: string): string {
  return repository
    .replace(/@sha\d+:.*$/, '')
    .replace(/(?::[^/:]*)+$/, '')
    .replace(/^(?:(?:index\.)?docker\.io\/)+(?:library\/)*/, '');
}

/** `getty@tty1.service` is `getty@.service`, `session-12.scope` is `session-*.scope`. */
function normaliseUnit(name: string): string {
  return normaliseSegment(name.replace(/@.*(\.[a-z]+)$/, '@$1'), 'strict');
}
