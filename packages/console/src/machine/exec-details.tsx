import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { Facts, type Fact } from '../facts/facts.tsx';
import { ApplicationLink } from '../links/application-link.tsx';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { When } from '../time/when.tsx';
import { ContainerLink, ExecsLink, UserLink } from './detail-links.tsx';
import css from './machine.module.css';

export interface ExecDetailsProps {
  readonly machineId: string;
  readonly exec: RowOf<'listMachineExecs'>;
}

/** All that is known of one start of a program. */
export function ExecDetails({ machineId, exec }: ExecDetailsProps): ReactNode {
  const process = places.machine(machineId, 'processes');
  const facts: readonly Fact[] = [
    { term: 'When', value: <When at={exec.executedAt} /> },
    { term: 'Executable', value: <ExecsLink machineId={machineId} exePath={exec.exePath} /> },
    { term: 'Directory', value: exec.cwd },
    { term: 'User', value: <UserLink userName={exec.userName} uid={exec.uid} /> },
    {
      term: 'Process',
      value: <PageLink place={{ ...process, params: { ...process.params, row: String(exec.pidHash) } }}>{exec.pid}</PageLink>,
    },
    { term: 'Started by', value: `${exec.parentExePath ?? 'unknown'} (${exec.parentPid})` },
    {
      term: 'Parent is',
      value: exec.parentApplication === undefined ? undefined : <ApplicationLink application={exec.parentApplication} />,
    },
    { term: 'Application', value: <ApplicationLink application={exec.application} /> },
    { term: 'Container', value: <ContainerLink machineId={machineId} containerId={exec.containerId} /> },
  ];
  return (
    <>
      <Title order={2} mb={8} pr={32}>
        {exec.exePath.split('/').at(-1)} ({exec.pid})
      </Title>
      <pre className={css['command']}>
        {exec.commandLine}
        {exec.isCommandLineCut && ' … (longer than the agent keeps)'}
      </pre>
      <Facts facts={facts} />
    </>
  );
}
