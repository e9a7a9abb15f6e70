import { unreachable } from '@weft/base';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import type { DrawnEdge, DrawnNode } from '../graph/model/drawn-graph.ts';

/** What an edge says, as a sentence a person can read aloud. */
export function edgeSentence(edge: DrawnEdge, source: DrawnNode, target: DrawnNode): string {
  const times = edge.events === 1 ? 'once' : `${formatCount(edge.events)} times`;
  switch (edge.kind) {
    case 'launch':
      return `${source.label} started ${target.label} ${times}.`;
    case 'dns':
      return `${source.label} asked for the name ${target.label} ${times}.`;
    case 'connection':
      return `${source.label} connected to ${target.label} ${times}; ${formatBytes(edge.bytes)} went both ways.`;
    default:
      return unreachable(edge.kind);
  }
}
