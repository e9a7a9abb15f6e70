import type { Machine } from '@weft/schema';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import type { Column } from '../table/column.ts';
import { AgentStatus } from './agent-status.tsx';
import css from './machines.module.css';
import { Sight } from './sight.tsx';
import { sightTexts } from './sight-texts.ts';

/** `name=value`, as tags are filtered and exported. */
export function tagTexts(machine: Machine): readonly string[] {
  return Object.entries(machine.tags).map(([name, value]) => `${name}=${value}`);
}

export const machineColumns: readonly Column<Machine>[] = [
  {
    id: 'status',
    title: 'Agent',
    meaning: 'ACTIVE: the agent checked in within the last 5 minutes.',
    kind: 'text',
    widthPx: 96,
    value: (row) => row.agentStatus,
    cell: (row) => <AgentStatus status={row.agentStatus} />,
  },
  {
    id: 'machine',
    title: 'Machine',
    kind: 'text',
    widthPx: 144,
    isGrowing: true,
    value: (row) => row.hostname,
    cell: (row) => <PageLink place={places.machine(row.id)}>{row.hostname}</PageLink>,
  },
  { id: 'checkIn', title: 'Last check-in', kind: 'time', widthPx: 120, value: (row) => row.lastCheckInAt },
  { id: 'version', title: 'Version', meaning: 'Version of the agent.', kind: 'text', widthPx: 80, value: (row) => row.agentVersion },
  { id: 'os', title: 'OS', kind: 'text', widthPx: 160, isGrowing: true, value: (row) => row.osDescription },
  { id: 'addresses', title: 'Addresses', kind: 'texts', widthPx: 144, isGrowing: true, value: (row) => row.addresses },
  { id: 'tags', title: 'Tags', kind: 'texts', widthPx: 120, isGrowing: true, value: tagTexts },
  {
    id: 'sees',
    title: 'Sees',
    meaning: 'What the agent watches there, and what it cannot.',
    kind: 'texts',
    widthPx: 112,
    value: (row) => sightTexts(row.tiers),
    cell: (row) => <Sight tiers={row.tiers} reasons={row.tierReasons} />,
  },
  {
    id: 'lost',
    title: 'Lost',
    meaning: 'Events the agent lost in the time range; its page says when and why.',
    kind: 'count',
    widthPx: 88,
    value: (row) => row.lostEvents,
    cell: (row) =>
      row.lostEvents === 0 ? (
        '0'
      ) : (
        <PageLink place={places.machine(row.id, 'agent')} look="plain" className={css['lost']}>
          {formatCount(row.lostEvents)}
        </PageLink>
      ),
  },
  { id: 'kernel', title: 'Kernel', kind: 'text', widthPx: 140, value: (row) => row.kernelRelease },
  { id: 'cpus', title: 'CPUs', kind: 'count', widthPx: 72, value: (row) => row.cpuCount },
  { id: 'memory', title: 'Memory', kind: 'bytes', widthPx: 96, value: (row) => row.memoryBytes },
];
