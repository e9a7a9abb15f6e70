import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { Notice } from '../states/notice.tsx';
import type { Loss } from './state/use-machine-names.ts';

/** Said where the graph stands when agents lost events: edges may be missing, figures too low. */
export function LossNotice({ loss: { events, machines } }: { readonly loss: Loss }): ReactNode {
  if (events === 0) return null;
  return (
    <Notice tone="warn">
      {formatCount(machines)} {machines === 1 ? 'agent' : 'agents'} lost {formatCount(events)} {events === 1 ? 'event' : 'events'} in this
      time range: edges may be missing, figures too low. <PageLink place={places.machines()}>Which machines</PageLink>
    </Notice>
  );
}
