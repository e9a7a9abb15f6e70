import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places, type Place } from '../links/place.ts';
import type { Overview } from './overview.ts';
import css from './overview.module.css';

const tiles: readonly { readonly key: keyof Overview['counts']; readonly title: string; readonly place: Place }[] = [
  { key: 'applications', title: 'Applications', place: places.applications() },
  { key: 'processes', title: 'Processes', place: { path: '/applications', params: { sort: '-processes' } } },
  { key: 'execs', title: 'Programs started', place: places.graph({ where: ['kind is launch'] }) },
  { key: 'connections', title: 'Connections', place: places.graph({ where: ['kind is connection'] }) },
  { key: 'externalPeers', title: 'External peers', place: places.graph({ where: ['kind is connection'] }) },
  { key: 'dnsNames', title: 'Names asked', place: places.graph({ where: ['kind is dns'] }) },
  { key: 'containers', title: 'Containers', place: places.applications(['owner contains image:']) },
];

/** How much there was in the time range; each number leads to what it counts. */
export function CountTiles({ counts }: { readonly counts: Overview['counts'] | undefined }): ReactNode {
  return (
    <div className={css['tiles']}>
      {tiles.map(({ key, title, place }) => (
        <PageLink key={key} place={place} look="plain" className={css['tile']}>
          <span className={css['tileTitle']}>{title}</span>
          <span className={css['tileNumber']}>{counts === undefined ? <Skeleton height={20} width={64} /> : formatCount(counts[key])}</span>
        </PageLink>
      ))}
    </div>
  );
}
