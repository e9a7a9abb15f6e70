import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useMay } from '../app/who-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useChange } from '../data/use-change.ts';
import type { RowOf } from '../data/api.ts';
import { Trouble } from '../states/trouble.tsx';
import type { Column } from '../table/column.ts';
import { controlColumn } from '../table/control-column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { CreateAgentToken } from './create-agent-token.tsx';

type AgentToken = RowOf<'listAgentTokens'>;

const columns: readonly Column<AgentToken>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 240, isGrowing: true, value: (row) => row.name },
  { id: 'tag', title: 'Begins with', kind: 'code', widthPx: 112, value: (row) => row.tag },
  { id: 'state', title: 'State', kind: 'text', widthPx: 104, value: (row) => (row.isDisabled ? 'disabled' : 'enabled') },
  {
    id: 'machines',
    title: 'Machines',
    meaning: 'Machines that reported with it.',
    kind: 'count',
    widthPx: 96,
    value: (row) => row.machines,
  },
  { id: 'used', title: 'Last used', kind: 'time', widthPx: 136, value: (row) => row.lastUsedAt },
  { id: 'created', title: 'Created', kind: 'time', widthPx: 136, value: (row) => row.createdAt },
];
const codec = tableCodec(columns, { column: 'name', isDescending: false });

/** What lets agents in. */
export function AgentTokensSection(): ReactNode {
  const answer = useAnswer('listAgentTokens', {}, { refreshMs: 30_000 });
  const [state, setState] = useUrlState(codec);
  const [isCreating, setCreating] = useState(false);
  const mayChange = useMay('admin');
  const change = useChange('changeAgentToken', ['listAgentTokens']);
  return (
    <>
      {change.error !== undefined && <Trouble error={change.error} title="The token was not changed" retry={change.reset} />}
      <DataTable
        label="agent-tokens"
        columns={mayChange ? [...columns, switchColumn(change.run)] : columns}
        answer={answer}
        keyOf={(token) => token.id}
        state={state}
        onState={setState}
        actions={
          mayChange && (
            <Button size="xs" onClick={() => setCreating(true)}>
              Create agent token
            </Button>
          )
        }
        empty={{
          title: 'No agent tokens',
          why: 'An agent needs a token to report. Create one: it is shown once, with the command that uses it.',
        }}
      />
      {isCreating && <CreateAgentToken onClose={() => setCreating(false)} />}
    </>
  );
}

function switchColumn(onSwitch: SwitchButtonProps['onSwitch']): Column<AgentToken> {
  return { ...controlColumn, widthPx: 112, cell: (row) => <SwitchButton token={row} onSwitch={onSwitch} /> };
}

interface SwitchButtonProps {
  readonly token: AgentToken;
  readonly onSwitch: (input: { agentTokenId: string; isDisabled: boolean }) => void;
}

function SwitchButton({ token, onSwitch }: SwitchButtonProps): ReactNode {
  return (
    <Button
      size="compact-xs"
      variant="default"
      title={
        token.isDisabled
          ? 'Agents with this token may report again'
          : 'Agents with this token are refused from now on; they keep what they see until it is enabled again'
      }
      onClick={() => onSwitch({ agentTokenId: token.id, isDisabled: !token.isDisabled })}
    >
      {token.isDisabled ? 'Enable' : 'Disable'}
    </Button>
  );
}
