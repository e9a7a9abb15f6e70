import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import type { DrawnNode } from '../graph/model/drawn-graph.ts';
import type { Neighbours } from './neighbours.ts';

/** What a node did in the time range, as a sentence a person can read aloud. */
export function nodeSentence(node: DrawnNode, neighbours: Neighbours): string {
  const deeds = [
    deed('connects to', neighbours.connectsTo.length, 'peer'),
    deed('is connected to by', neighbours.connectedFrom.length, 'peer'),
    deed('launches', neighbours.launches.length, 'application'),
    deed('is launched by', neighbours.launchedBy.length, 'application'),
    deed('asks for', neighbours.asksFor.length, 'name'),
    deed('is asked for by', neighbours.askedBy.length, 'application'),
  ].filter((one) => one !== undefined);
  const subject = node.kind === 'group' ? `Taken together, it` : 'It';
  if (deeds.length === 0) return `${subject} ran without launching or talking to anything that was seen.`;
  const last = deeds.at(-1) ?? '';
  const list = deeds.length === 1 ? last : `${deeds.slice(0, -1).join(', ')} and ${last}`;
  const bytes = node.sentBytes + node.receivedBytes;
  return `${subject} ${list}${bytes === 0 ? '' : `, with ${formatBytes(bytes)} both ways`}.`;
}

function deed(verb: string, count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return `${verb} ${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
