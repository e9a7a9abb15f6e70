import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import type { DrawnNode } from '../graph/model/drawn-graph.ts';
import type { Neighbours } from './neighbours.ts';
import type { Peer } from './peer-list.tsx';

/** What a node did in the time range, as a sentence a person can read aloud. */
export function nodeSentence(node: DrawnNode, neighbours: Neighbours): string {
  const deeds = [
    deed('connects to', neighbours.connectsTo, 'peer'),
    deed('accepts connections from', neighbours.connectedFrom, 'peer'),
    deed('launches', neighbours.launches, 'application'),
    deed('is launched by', neighbours.launchedBy, 'application'),
    deed('asks for', neighbours.asksFor, 'name'),
    deed('is asked for by', neighbours.askedBy, 'application'),
  ].filter((one) => one !== undefined);
  const subject = node.kind === 'group' ? `Taken together, it` : 'It';
  if (deeds.length === 0) return `${subject} ran without launching or talking to anything that was seen.`;
  const last = deeds.at(-1) ?? '';
  const list = deeds.length === 1 ? last : `${deeds.slice(0, -1).join(', ')} and ${last}`;
  const bytes = node.sentBytes + node.receivedBytes;
  return `${subject} ${list}${bytes === 0 ? '' : `, with ${formatBytes(bytes)} both ways`}.`;
}

/** A peer on two ports is one peer. */
function deed(verb: string, peers: readonly Peer[], noun: string): string | undefined {
  const count = new Set(peers.map(({ key }) => key)).size;
  if (count === 0) return undefined;
  return `${verb} ${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
