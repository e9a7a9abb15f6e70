import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Facts } from '../facts/facts.tsx';
import { formatCount } from '../format/count.ts';
import type { DrawnNode } from '../graph/model/drawn-graph.ts';
import { kindTitles } from '../graph/model/kind-titles.ts';
import { NodeIcon } from '../graph/node-icon.tsx';
import { ownerWords } from '../links/owner-words.ts';
import { PageLink } from '../links/page-link.tsx';
import { When } from '../time/when.tsx';
import css from './dossier.module.css';
import type { DossierProps } from './dossier.tsx';
import { ExactBytes } from './exact-bytes.tsx';
import { MachineLinks } from './machine-links.tsx';
import { machinesOf } from './machines-of.ts';
import { neighboursOf } from './neighbours.ts';
import { nodePlace } from './node-place.ts';
import { nodeSentence } from './node-sentence.ts';
import { PeerList } from './peer-list.tsx';

export interface NodeDossierProps extends Pick<DossierProps, 'rows' | 'machineNames' | 'around' | 'onAround' | 'onChoose'> {
  readonly node: DrawnNode;
}

/** One node: a sentence, its numbers, its neighbours. */
export function NodeDossier({ node, rows, machineNames, around, onAround, onChoose }: NodeDossierProps): ReactNode {
  const neighbours = useMemo(() => neighboursOf(rows, new Set(node.members.map(({ key }) => key))), [rows, node]);
  const [first] = node.members;
  if (first === undefined) return null;
  return (
    <>
      <header>
        <div className={css['kind']}>
          <NodeIcon kind={node.kind} isNew={node.isNew} />
          {kindTitles[node.kind]}
          {node.isNew && <span className={css['new']}>new</span>}
        </div>
        <h2 className={css['title']} title={node.owner}>
          {node.kind === 'group' ? ownerWords(node.owner ?? '') : node.label}
        </h2>
      </header>
      <p className={css['sentence']}>{nodeSentence(node, neighbours)}</p>
      <div className={css['actions']}>
        {(node.kind === 'application' || node.kind === 'machine') && <PageLink place={nodePlace(first)}>Open its page</PageLink>}
        {node.kind !== 'group' && (
          <Button size="compact-xs" variant="default" onClick={() => onAround(around === node.key ? undefined : node.key)}>
            {around === node.key ? 'Show all again' : 'Only its neighbours'}
          </Button>
        )}
      </div>
      <NodeFacts node={node} machineNames={machineNames} />
      {node.kind === 'group' && <Members node={node} />}
      <PeerList title="Connects to" peers={neighbours.connectsTo} measure="bytes" onChoose={onChoose} />
      <PeerList title="Connected from" peers={neighbours.connectedFrom} measure="bytes" onChoose={onChoose} />
      <PeerList title="Launches" peers={neighbours.launches} measure="times" onChoose={onChoose} />
      <PeerList title="Launched by" peers={neighbours.launchedBy} measure="times" onChoose={onChoose} />
      <PeerList title="Asks for names" peers={neighbours.asksFor} measure="times" onChoose={onChoose} />
      <PeerList title="Asked for by" peers={neighbours.askedBy} measure="times" onChoose={onChoose} />
    </>
  );
}

function NodeFacts({ node, machineNames }: Pick<NodeDossierProps, 'node' | 'machineNames'>): ReactNode {
  const { members } = node;
  const [first] = members;
  const isOne = members.length === 1;
  const machines = machinesOf(members);
  const users = [...new Set(members.flatMap((member) => member.users))];
  const firstAt = members.map((member) => member.firstAt).sort()[0];
  const lastAt = members
    .map((member) => member.lastAt)
    .sort()
    .at(-1);
  return (
    <Facts
      facts={[
        { term: 'Owner', value: node.owner },
        { term: 'Executable', value: isOne ? first?.executable : undefined },
        { term: 'User class', value: isOne ? first?.userClass : undefined },
        { term: 'Runs as', value: users.length === 0 ? undefined : users.join(', ') },
        { term: 'Machines', value: machines.count === 0 ? undefined : <MachineLinks machines={machines} names={machineNames} /> },
        { term: 'Processes', value: node.instances === 0 ? undefined : formatCount(node.instances) },
        { term: 'Sent', value: <ExactBytes bytes={node.sentBytes} /> },
        { term: 'Received', value: <ExactBytes bytes={node.receivedBytes} /> },
        { term: 'First seen', value: firstAt === undefined ? undefined : <When at={firstAt} /> },
        { term: 'Last seen', value: lastAt === undefined ? undefined : <When at={lastAt} /> },
      ].filter(({ value }) => value !== undefined)}
    />
  );
}

function Members({ node }: Pick<NodeDossierProps, 'node'>): ReactNode {
  return (
    <table className={css['list']}>
      <caption>Applications · {formatCount(node.members.length)}</caption>
      <tbody>
        {node.members.map((member) => (
          <tr key={member.key}>
            <td>
              <PageLink place={nodePlace(member)}>{member.label}</PageLink>
            </td>
            <td data-numeric>{member.userClass}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
