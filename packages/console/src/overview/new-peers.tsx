import type { ReactNode } from 'react';
import { ApplicationLink } from '../links/application-link.tsx';
import { PeerLink } from '../links/peer-link.tsx';
import { NewList } from './new-list.tsx';
import type { Overview } from './overview.ts';

export function NewPeers({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  const rows = overview?.newPeers.map(({ peer, application, firstSeenAt }) => ({
    key: `${peer} ${application}`,
    firstSeenAt,
    name: <PeerLink peer={peer} />,
    detail: <ApplicationLink application={application} />,
  }));
  return (
    <NewList
      title="New external peers"
      rows={rows}
      hasHistory={overview?.hasHistory ?? true}
      none="No name or network outside was met for the first time in this time range."
    />
  );
}
