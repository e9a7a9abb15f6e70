import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { ApplicationLink } from '../links/application-link.tsx';
import { NewList } from './new-list.tsx';
import type { Overview } from './overview.ts';

export function NewApplications({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  const rows = overview?.newApplications.map(({ application, firstSeenAt, machines }) => ({
    key: application,
    firstSeenAt,
    name: <ApplicationLink application={application} />,
    detail: `${formatCount(machines)} ${machines === 1 ? 'machine' : 'machines'}`,
  }));
  return (
    <NewList
      title="New applications"
      rows={rows}
      hasHistory={overview?.hasHistory ?? true}
      none="No application ran for the first time in this time range."
    />
  );
}
