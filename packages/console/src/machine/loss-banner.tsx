import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { Notice } from '../states/notice.tsx';

/** Figures of this page may be too low: said where they stand. */
export function LossBanner({ machine }: { readonly machine: Machine }): ReactNode {
  const blind = Object.entries(machine.tiers).flatMap(([feature, tier]) => (tier === 'none' ? [feature] : []));
  if (machine.lostEvents === 0 && blind.length === 0) return null;
  return (
    <Notice tone="warn">
      {machine.lostEvents > 0 &&
        `The agent lost ${formatCount(machine.lostEvents)} ${machine.lostEvents === 1 ? 'event' : 'events'} in this time range: figures on this page are too low by that. `}
      {blind.length > 0 && `Not watched on this machine: ${blind.join(', ')}. `}
      <PageLink place={places.machine(machine.id, 'agent')}>When and why</PageLink>
    </Notice>
  );
}
