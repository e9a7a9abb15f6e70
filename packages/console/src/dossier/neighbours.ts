import type { GraphEdge } from '@weft/schema';
import type { EdgeRow } from '../graph/model/edge-row.ts';
import type { Peer } from './peer-list.tsx';

/** A node's edges by what they mean for it; each list heaviest first. */
export interface Neighbours {
  readonly connectsTo: readonly Peer[];
  readonly connectedFrom: readonly Peer[];
  readonly launches: readonly Peer[];
  readonly launchedBy: readonly Peer[];
  readonly asksFor: readonly Peer[];
  readonly askedBy: readonly Peer[];
}

/** `members`: keys of the nodes it stands for, more than one for a group. */
export function neighboursOf(rows: readonly EdgeRow[], members: ReadonlySet<string>): Neighbours {
  const out = rows.filter(({ source }) => members.has(source.key));
  const back = rows.filter(({ target }) => members.has(target.key));
  return {
    connectsTo: peers(out, 'connection', 'target'),
    connectedFrom: peers(back, 'connection', 'source'),
    launches: peers(out, 'launch', 'target'),
    launchedBy: peers(back, 'launch', 'source'),
    asksFor: peers(out, 'dns', 'target'),
    askedBy: peers(back, 'dns', 'source'),
  };
}

function peers(rows: readonly EdgeRow[], kind: GraphEdge['kind'], end: 'source' | 'target'): Peer[] {
  return rows
    .filter(({ edge }) => edge.kind === kind)
    .map((row) => ({ edge: row.edge, key: row[end].key, label: row[end].label }))
    .sort((left, right) => weight(right.edge) - weight(left.edge) || right.edge.events - left.edge.events);
}

function weight(edge: GraphEdge): number {
  return edge.sentBytes + edge.receivedBytes;
}
