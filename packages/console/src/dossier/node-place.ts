import { unreachable } from '@weft/base';
import type { GraphNode } from '@weft/schema';
import { places, type Place } from '../links/place.ts';

/** The page of a node; names, networks and addresses have none yet, their place is the graph around them. */
export function nodePlace(node: Pick<GraphNode, 'key' | 'kind'>): Place {
  switch (node.kind) {
    case 'application':
      return places.application(withoutPrefix(node.key, 'app:'));
    case 'machine':
      return places.machine(withoutPrefix(node.key, 'machine:'));
    case 'name':
    case 'network':
    case 'address':
      return places.graph({ around: node.key, row: node.key });
    default:
      return unreachable(node.kind);
  }
}

/** Keys of nodes are their kind and what it is the key of, such as `app:unit:ssh.service|sshd|root`. */
function withoutPrefix(key: string, prefix: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}
