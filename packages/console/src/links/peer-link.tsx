import type { ReactNode } from 'react';
import { ApplicationLink } from './application-link.tsx';
import { PageLink } from './page-link.tsx';
import { places } from './place.ts';

/** A node of the graph by its key: an application goes to its page, a name, network or address to the graph around it. */
export function PeerLink({ peer, children }: { readonly peer: string; readonly children?: ReactNode }): ReactNode {
  if (peer.startsWith('app:')) return <ApplicationLink application={peer.slice(4)} />;
  return (
    <PageLink place={places.around(peer)} title={peer}>
      {children ?? peer.replace(/^(name|net|ip|machine):/, '')}
    </PageLink>
  );
}
