import { Title } from '@mantine/core';
import type { ProcessRow } from '@weft/schema';
import type { ReactNode } from 'react';
import { Facts, type Fact } from '../facts/facts.tsx';
import { formatDuration } from '../format/duration.ts';
import { ApplicationLink } from '../links/application-link.tsx';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { When } from '../time/when.tsx';
import css from './machine.module.css';
import { ContainerLink, ExecsLink, UserLink } from './detail-links.tsx';
import { ProcessState } from './process-state-mark.tsx';

export interface ProcessDetailsProps {
  readonly machineId: string;
  readonly process: ProcessRow;
}

/** All that is known of one process. */
export function ProcessDetails({ machineId, process }: ProcessDetailsProps): ReactNode {
  return (
    <>
      <Title order={2} mb={8} pr={32}>
        {process.comm} ({process.pid})
      </Title>
      <pre className={css['command']}>
        {process.commandLine}
        {process.isCommandLineCut && ' … (longer than the agent keeps)'}
      </pre>
      <Facts facts={factsOf(machineId, process)} />
    </>
  );
}

function factsOf(machineId: string, process: ProcessRow): readonly Fact[] {
  return [
    { term: 'State', value: <ProcessState process={process} /> },
    { term: 'Started', value: <When at={process.startedAt} /> },
    { term: 'Ended', value: process.exitedAt === undefined ? 'not yet' : <When at={process.exitedAt} /> },
    {
      term: 'Ran for',
      value: process.exitedAt === undefined ? 'still runs' : formatDuration(Date.parse(process.exitedAt) - Date.parse(process.startedAt)),
    },
    { term: 'Executable', value: <ExecsLink machineId={machineId} exePath={process.exePath} /> },
    { term: 'Directory', value: process.cwd },
    { term: 'User', value: <UserLink userName={process.userName} uid={process.uid} /> },
    { term: 'Parent', value: process.parentPid === 0 ? 'the kernel' : <ParentLink machineId={machineId} process={process} /> },
    { term: 'Group', value: process.groupId },
    { term: 'Session', value: process.sessionId },
    { term: 'Application', value: <ApplicationLink application={process.application} /> },
    { term: 'Container', value: <ContainerLink machineId={machineId} containerId={process.containerId} /> },
    { term: 'Kept because', value: process.keptBecause },
    { term: 'Last seen', value: <When at={process.seenAt} /> },
    { term: 'Raw id', value: <code className={css['code']}>{process.pidHash}</code> },
  ];
}

function ParentLink({ machineId, process }: ProcessDetailsProps): ReactNode {
  const place = places.machine(machineId, 'processes');
  return <PageLink place={{ ...place, params: { ...place.params, row: String(process.parentPidHash) } }}>{process.parentPid}</PageLink>;
}
