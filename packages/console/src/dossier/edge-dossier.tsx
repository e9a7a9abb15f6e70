import type { GraphEdge } from '@weft/schema';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Facts } from '../facts/facts.tsx';
import { formatCount } from '../format/count.ts';
import type { DrawnEdge, DrawnNode } from '../graph/model/drawn-graph.ts';
import { NodeIcon } from '../graph/node-icon.tsx';
import { When } from '../time/when.tsx';
import css from './dossier.module.css';
import type { DossierProps } from './dossier.tsx';
import { edgeSentence } from './edge-sentence.ts';
import { ExactBytes } from './exact-bytes.tsx';
import { MachineLinks } from './machine-links.tsx';
import { machinesOf } from './machines-of.ts';
import { PortList } from './port-list.tsx';

export interface EdgeDossierProps extends Pick<DossierProps, 'machineNames' | 'onChoose'> {
  readonly edge: DrawnEdge;
  readonly source: DrawnNode;
  readonly target: DrawnNode;
}

const kindTitles: Readonly<Record<GraphEdge['kind'], string>> = { launch: 'launch', connection: 'connection', dns: 'name asked' };

/** One line of the picture: who, to whom, how much, on which ports. */
export function EdgeDossier({ edge, source, target, machineNames, onChoose }: EdgeDossierProps): ReactNode {
  return (
    <>
      <header>
        <div className={css['kind']}>
          <IconArrowRight size={14} aria-hidden />
          {kindTitles[edge.kind]}
          {edge.isNew && <span className={css['new']}>new</span>}
        </div>
        <h2 className={css['title']}>
          {source.label} → {target.label}
        </h2>
      </header>
      <p className={css['sentence']}>{edgeSentence(edge, source, target)}</p>
      <Facts
        facts={[
          { term: 'From', value: <End node={source} onChoose={onChoose} /> },
          { term: 'To', value: <End node={target} onChoose={onChoose} /> },
          ...numbers(edge),
          {
            term: 'Machines',
            value: <MachineLinks machines={machinesOf(edge.members)} names={machineNames} />,
          },
          { term: 'First seen', value: <WhenOf times={edge.members.map(({ firstAt }) => firstAt)} pick="first" /> },
          { term: 'Last seen', value: <WhenOf times={edge.members.map(({ lastAt }) => lastAt)} pick="last" /> },
        ]}
      />
      {edge.kind === 'connection' && <PortList edges={edge.members} />}
    </>
  );
}

function numbers(edge: DrawnEdge): { term: string; value: ReactNode }[] {
  const total = (of: (member: GraphEdge) => number): number => edge.members.reduce((sum, member) => sum + of(member), 0);
  const failed = total((member) => member.failed);
  const times = { term: edge.kind === 'connection' ? 'Opened' : 'Times', value: formatCount(edge.events) };
  if (edge.kind !== 'connection') return [times];
  return [
    times,
    { term: 'Failed', value: formatCount(failed) },
    { term: 'Sent', value: <ExactBytes bytes={total((member) => member.sentBytes)} /> },
    { term: 'Received', value: <ExactBytes bytes={total((member) => member.receivedBytes)} /> },
  ];
}

function End({ node, onChoose }: { readonly node: DrawnNode; readonly onChoose: (key: string) => void }): ReactNode {
  return (
    <button type="button" className={css['jump']} onClick={() => onChoose(node.key)}>
      <NodeIcon kind={node.kind} isNew={node.isNew} /> {node.label}
    </button>
  );
}

function WhenOf({ times, pick }: { readonly times: readonly string[]; readonly pick: 'first' | 'last' }): ReactNode {
  const at = times.toSorted().at(pick === 'first' ? 0 : -1);
  return at === undefined ? null : <When at={at} />;
}
