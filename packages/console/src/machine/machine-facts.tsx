import { Skeleton } from '@mantine/core';
import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import { Facts, type Fact } from '../facts/facts.tsx';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import { tagTexts } from '../machines/machine-columns.tsx';
import { Tiers } from '../machines/tiers.tsx';
import { When } from '../time/when.tsx';
import css from './machine.module.css';

const titles = ['OS', 'Kernel', 'Processor', 'Memory', 'Booted', 'Agent', 'Known since', 'Id', 'Addresses', 'Tags', 'Sees'] as const;

/** Who the machine is. */
export function MachineFacts({ machine }: { readonly machine: Machine | undefined }): ReactNode {
  const facts =
    machine === undefined ? titles.map((term) => ({ term, value: <Skeleton height={10} mt={5} width={140} /> })) : factsOf(machine);
  return (
    <div className={css['facts']}>
      <Facts facts={facts} look="columns" />
    </div>
  );
}

function factsOf(machine: Machine): readonly Fact[] {
  const tags = tagTexts(machine);
  return [
    { term: 'OS', value: machine.osDescription },
    { term: 'Kernel', value: `${machine.kernelRelease}, ${machine.architecture}` },
    { term: 'Processor', value: `${formatCount(machine.cpuCount)} × ${machine.cpuModel ?? 'unknown model'}` },
    { term: 'Memory', value: formatBytes(machine.memoryBytes) },
    { term: 'Booted', value: machine.bootedAt === undefined ? undefined : <When at={machine.bootedAt} /> },
    { term: 'Agent', value: <AgentFact machine={machine} /> },
    { term: 'Known since', value: <When at={machine.createdAt} /> },
    { term: 'Id', value: <code className={css['id']}>{machine.id}</code> },
    { term: 'Addresses', value: machine.addresses.join(', ') },
    { term: 'Tags', value: tags.length === 0 ? 'none' : tags.join(', ') },
    { term: 'Sees', value: <Tiers tiers={machine.tiers} reasons={machine.tierReasons} /> },
  ];
}

function AgentFact({ machine }: { readonly machine: Machine }): ReactNode {
  return (
    <>
      {machine.agentVersion}
      {machine.agentStartedAt !== undefined && (
        <>
          , started <When at={machine.agentStartedAt} />
        </>
      )}
    </>
  );
}
