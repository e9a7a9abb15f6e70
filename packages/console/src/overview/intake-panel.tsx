import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts, type Fact } from '../facts/facts.tsx';
import { formatCount } from '../format/count.ts';
import { formatDuration } from '../format/duration.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { When } from '../time/when.tsx';
import type { Overview } from './overview.ts';
import { Panel } from './panel.tsx';

/** How the server takes in what agents send. */
export function IntakePanel({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  return (
    <Panel title="Intake">
      {overview === undefined ? <Skeleton height={88} /> : <Facts facts={factsOf(overview.intake)} />}
      <PageLink place={places.settings('system')}>The server about itself</PageLink>
    </Panel>
  );
}

function factsOf({ rowsPerSecond, rejectedRows, lastBatchAt, secondsToStoreP99 }: Overview['intake']): readonly Fact[] {
  return [
    {
      term: 'Rate',
      value: `${rowsPerSecond >= 10 ? formatCount(Math.round(rowsPerSecond)) : rowsPerSecond.toFixed(1)} rows/s over the last 5 minutes`,
    },
    { term: 'Last batch', value: lastBatchAt === undefined ? 'none yet' : <When at={lastBatchAt} /> },
    {
      term: 'To store',
      value: secondsToStoreP99 === undefined ? undefined : `${formatDuration(secondsToStoreP99 * 1000)}, 99 of 100 batches are faster`,
    },
    { term: 'Rejected', value: `${formatCount(rejectedRows)} rows` },
  ];
}
