import { unreachable } from '@weft/base';
import { Skeleton, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { applicationName } from '../applications/application-name.ts';
import type { AnswerOf } from '../data/api.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { formatCount } from '../format/count.ts';
import { LossNotice } from '../graph/loss-notice.tsx';
import { useMachineNames } from '../graph/state/use-machine-names.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Trouble } from '../states/trouble.tsx';
import { useUrlState } from '../url/use-url-state.ts';
import { ApplicationFacts } from './application-facts.tsx';
import css from './application-page.module.css';
import { applicationSentence } from './application-sentence.ts';
import { applicationCodec, applicationTabs } from './application-state.ts';
import { ApplicationTabs } from './application-tabs.tsx';
import { NeighbourGraph } from './neighbour-graph.tsx';
import { useNeighbours } from './use-neighbours.ts';

/** One application: who it is, whom it talks to, what it runs in, what it started. */
export function ApplicationPage(): ReactNode {
  const [state, setState] = useUrlState(applicationCodec);
  const answer = useRangedAnswer('getApplication', (range) => ({ ...range, application: state.key }), {
    refreshMs: 60_000,
    isEnabled: state.key !== '',
  });
  const machines = useMachineNames();
  const neighbours = useNeighbours(state.key, machines.names);
  if (answer.kind === 'failed') return <Trouble error={answer.error} retry={answer.retry} />;
  if (answer.kind === 'loading') return <Skeleton height={360} aria-label="Loading the application" />;
  const application = answer.value;
  return (
    <>
      <PageHeader title={applicationName(application)} sentence={applicationSentence(application)} />
      {answer.trouble !== undefined && <Trouble error={answer.trouble} retry={answer.retry} isStillShown />}
      <LossNotice loss={machines.loss} />
      <div className={css['top']}>
        <ApplicationFacts application={application} names={machines.names} />
        <NeighbourGraph applicationKey={state.key} neighbours={neighbours} />
      </div>
      <Tabs value={state.tab} onChange={(tab) => setState({ ...state, tab: applicationTabs.find((one) => one === tab) ?? 'peers' })}>
        <Tabs.List mb={8}>
          {applicationTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {tabTitle(tab, application, neighbours.peers.length, neighbours.launches.length)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <ApplicationTabs tab={state.tab} application={application} neighbours={neighbours} names={machines.names} />
    </>
  );
}

function tabTitle(tab: (typeof applicationTabs)[number], application: AnswerOf<'getApplication'>, peers: number, launches: number): string {
  switch (tab) {
    case 'peers':
      return `Talks with ${formatCount(peers)}`;
    case 'launches':
      return `Launches ${formatCount(launches)}`;
    case 'containers':
      return `Containers ${formatCount(application.containers.length)}`;
    case 'execs':
      return `Newest starts ${formatCount(application.recentExecs.length)}`;
    default:
      return unreachable(tab);
  }
}
