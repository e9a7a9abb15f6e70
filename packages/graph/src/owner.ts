import { unreachable } from '@weft/base';
import { decodeKeyPart, encodeKeyPart } from './key-part.ts';
import { normaliseOwner } from './normalise-owner.ts';

/** Where a process belongs, most specific first. Never a machine. */
export type Owner =
  | {
      readonly kind: 'workload';
      readonly namespace: string;
      /** `Deployment`, `StatefulSet` and so on. */
      readonly workloadKind: string;
      readonly name: string;
      readonly container: string;
    }
  /** Image repository, without tag and digest. */
  | { readonly kind: 'image'; readonly repository: string }
  /** systemd unit; an instance name is dropped. */
  | { readonly kind: 'unit'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  /** Role of the machine; `machine` when it has none. */
  | { readonly kind: 'role'; readonly name: string };

/** `image:redis`, `unit:ssh.service`, `workload:shop/Deployment/cart/web`. Normalised. */
export function formatOwner(owner: Owner): string {
  const normal = normaliseOwner(owner);
  switch (normal.kind) {
    case 'workload':
      return `workload:${[normal.namespace, normal.workloadKind, normal.name, normal.container].map((part) => encodeKeyPart(part, /\//g)).join('/')}`;
    case 'image':
      return `image:${encodeKeyPart(normal.repository)}`;
    case 'unit':
    case 'package':
    case 'role':
      return `${normal.kind}:${encodeKeyPart(normal.name)}`;
    default:
      return unreachable(normal);
  }
}

/** Reads what `formatOwner` wrote; undefined for anything else. */
export function parseOwner(text: string): Owner | undefined {
  const at = text.indexOf(':');
  const kind = text.slice(0, Math.max(at, 0));
  const rest = text.slice(at + 1);
  if (kind === 'workload') return parseWorkload(rest);
  const name = decodeKeyPart(rest);
  if (name === undefined) return undefined;
  if (kind === 'image') return { kind, repository: name };
  return kind === 'unit' || kind === 'package' || kind === 'role' ? { kind, name } : undefined;
}

function parseWorkload(text: string): Owner | undefined {
  const parts = text.split('/').map(decodeKeyPart);
  const [namespace, workloadKind, name, container] = parts;
  if (parts.length !== 4 || namespace === undefined || workloadKind === undefined || name === undefined || container === undefined) {
    return undefined;
  }
  return { kind: 'workload', namespace, workloadKind, name, container };
}
