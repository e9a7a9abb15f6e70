import type { GraphEdge } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import css from './dossier.module.css';

/** A connection edge port by port, heaviest first. */
export function PortList({ edges }: { readonly edges: readonly GraphEdge[] }): ReactNode {
  const heaviestFirst = edges.toSorted((left, right) => right.sentBytes + right.receivedBytes - left.sentBytes - left.receivedBytes);
  return (
    <table className={css['list']}>
      <caption>Ports · {formatCount(edges.length)}</caption>
      <thead>
        <tr>
          <th scope="col">Port</th>
          <th scope="col" data-numeric>
            Opened
          </th>
          <th scope="col" data-numeric>
            Sent
          </th>
          <th scope="col" data-numeric>
            Received
          </th>
        </tr>
      </thead>
      <tbody>
        {heaviestFirst.map((edge) => (
          <tr key={edge.key}>
            <td>{edge.port ?? '–'}</td>
            <td data-numeric>{formatCount(edge.events)}</td>
            <td data-numeric title={`${formatCount(edge.sentBytes)} bytes`}>
              {formatBytes(edge.sentBytes)}
            </td>
            <td data-numeric title={`${formatCount(edge.receivedBytes)} bytes`}>
              {formatBytes(edge.receivedBytes)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
