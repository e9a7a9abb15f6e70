import type { GraphEdge } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import css from './dossier.module.css';

export interface Peer {
  readonly edge: GraphEdge;
  /** Key and name of the other end. */
  readonly key: string;
  readonly label: string;
}

export interface PeerListProps {
  readonly title: string;
  /** Heaviest first. */
  readonly peers: readonly Peer[];
  /** What the number on the right is. */
  readonly measure: 'bytes' | 'times';
  readonly onChoose: (key: string) => void;
}

const mostShown = 12;

/** One direction of a node's edges; each line leads to the edge's own dossier. */
export function PeerList({ title, peers, measure, onChoose }: PeerListProps): ReactNode {
  if (peers.length === 0) return null;
  return (
    <table className={css['list']}>
      <caption>
        {title} · {formatCount(peers.length)}
      </caption>
      <tbody>
        {peers.slice(0, mostShown).map(({ edge, label }) => (
          <tr key={edge.key}>
            <td>
              <button type="button" className={css['jump']} title={label} onClick={() => onChoose(edge.key)}>
                {label}
              </button>
            </td>
            <td data-port>{edge.port === undefined ? '' : `:${edge.port}`}</td>
            <td data-numeric title={measure === 'bytes' ? `${formatCount(edge.sentBytes + edge.receivedBytes)} bytes both ways` : 'times'}>
              {measure === 'bytes' ? formatBytes(edge.sentBytes + edge.receivedBytes) : `${formatCount(edge.events)}×`}
            </td>
          </tr>
        ))}
        {peers.length > mostShown && (
          <tr>
            <td colSpan={3}>and {formatCount(peers.length - mostShown)} more: the table view has them all</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
