import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { Notice } from '../states/notice.tsx';
import { When } from '../time/when.tsx';

/** Why figures of this page may be less than the truth: said where they stand. */
export function LossBanner({ machine }: { readonly machine: Machine }): ReactNode {
  const blind = Object.entries(machine.tiers).flatMap(([feature, tier]) => (tier === 'none' ? [feature] : []));
  const isSilent = machine.agentStatus === 'INACTIVE';
  if (machine.lostEvents === 0 && blind.length === 0 && !isSilent) return null;
  return (
    <Notice tone="warn">
      {isSilent && (
        <>
          The agent was last heard <When at={machine.lastCheckInAt} />: what happened since is not here, and “running” means then.{' '}
        </>
      )}
      {machine.lostEvents > 0 &&
        `The agent lost ${formatCount(machine.lostEvents)} ${machine.lostEvents === 1 ? 'event' : 'events'} in this time range: figures on this page are too low by that. `}
      {blind.length > 0 && `Not watched on this machine: ${blind.join(', ')}. `}
      <PageLink place={places.machine(machine.id, 'agent')}>More about the agent</PageLink>
    </Notice>
  );
}
