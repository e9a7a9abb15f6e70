import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRangedAnswer } from '../data/use-answer.ts';
import { AgentStatus } from '../machines/agent-status.tsx';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Trouble } from '../states/trouble.tsx';
import { When } from '../time/when.tsx';
import { LossBanner } from './loss-banner.tsx';
import { MachineFacts } from './machine-facts.tsx';
import { MachineTabs } from './machine-tabs.tsx';
import css from './machine.module.css';

/** One machine: what it is, what runs on it, whom it talks to, and how its agent is. */
export function MachinePage(): ReactNode {
  const { machineId = '' } = useParams({ strict: false });
  const answer = useRangedAnswer('getMachine', (range) => ({ ...range, machineId }), { refreshMs: 30_000 });
  const machine = answer.kind === 'ready' ? answer.value : undefined;
  const name = machine?.hostname ?? 'Machine';
  return (
    <>
      <PageHeader
        title={name}
        heading={
          <>
            <PageLink place={places.machines()} look="plain" className={css['crumb']}>
              Machines
            </PageLink>
            {name}
          </>
        }
        sentence={
          machine !== undefined && (
            <>
              <AgentStatus status={machine.agentStatus} /> · last check-in <When at={machine.lastCheckInAt} /> ·{' '}
              <PageLink place={places.graph({ where: [`machine is ${machine.hostname}`] })}>Graph of this machine</PageLink>
            </>
          )
        }
      />
      {answer.kind === 'failed' && <Trouble error={answer.error} retry={answer.retry} />}
      {machine !== undefined && <LossBanner machine={machine} />}
      {answer.kind !== 'failed' && <MachineFacts machine={machine} />}
      {answer.kind !== 'failed' && <MachineTabs machineId={machineId} machine={machine} />}
    </>
  );
}
