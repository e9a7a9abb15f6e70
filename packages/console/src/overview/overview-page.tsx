import type { ReactNode } from 'react';
import { valueOf } from '../data/answer.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { installEmpty } from '../machines/install-empty.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Empty } from '../states/empty.tsx';
import { Trouble } from '../states/trouble.tsx';
import { ActivityCharts } from './activity-charts.tsx';
import { CountTiles } from './count-tiles.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { NewApplications } from './new-applications.tsx';
import { NewPeers } from './new-peers.tsx';
import css from './overview.module.css';
import { OverviewSentence } from './overview-sentence.tsx';

/** Is everything all right? The answer in a line, then the numbers, each a link to what is behind it. */
export function OverviewPage(): ReactNode {
  const answer = useRangedAnswer('getOverview', (range) => range, { refreshMs: 15_000 });
  const overview = valueOf(answer);
  const hasNoMachine = overview !== undefined && overview.machines.active + overview.machines.inactive === 0;
  return (
    <>
      <PageHeader title="Overview" sentence={overview !== undefined && !hasNoMachine && <OverviewSentence overview={overview} />} />
      {answer.kind === 'failed' && <Trouble error={answer.error} retry={answer.retry} />}
      {answer.kind === 'ready' && answer.trouble !== undefined && <Trouble error={answer.trouble} retry={answer.retry} isStillShown />}
      {hasNoMachine && <Empty {...installEmpty} />}
      {answer.kind !== 'failed' && !hasNoMachine && (
        <div className={css['page']} data-stale={(answer.kind === 'ready' && answer.isStale) || undefined}>
          <CountTiles counts={overview?.counts} />
          <ActivityCharts overview={overview} />
          <div className={css['halves']}>
            <NewApplications overview={overview} />
            <NewPeers overview={overview} />
          </div>
          <div className={css['halves']}>
            <CoveragePanel overview={overview} />
            <IntakePanel overview={overview} />
          </div>
        </div>
      )}
    </>
  );
}
