import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useChange } from '../data/use-change.ts';
import { Trouble } from '../states/trouble.tsx';
import type { Column } from '../table/column.ts';
import { controlColumn } from '../table/control-column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { CreateApiKey } from './create-api-key.tsx';
import { DeleteButton } from './delete-button.tsx';

type ApiKey = RowOf<'listApiKeys'>;

const columns: readonly Column<ApiKey>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 240, isGrowing: true, value: (row) => row.name },
  { id: 'tag', title: 'Begins with', kind: 'code', widthPx: 128, value: (row) => row.tag },
  { id: 'role', title: 'Role', kind: 'text', widthPx: 104, value: (row) => row.role },
  { id: 'by', title: 'Created by', kind: 'text', widthPx: 180, value: (row) => row.createdBy },
  { id: 'used', title: 'Last used', kind: 'time', widthPx: 136, value: (row) => row.lastUsedAt },
  { id: 'created', title: 'Created', kind: 'time', widthPx: 136, value: (row) => row.createdAt },
];
const codec = tableCodec(columns, { column: 'name', isDescending: false });

/** What lets scripts and the command line in. */
export function ApiKeysSection(): ReactNode {
  const answer = useAnswer('listApiKeys', {});
  const [state, setState] = useUrlState(codec);
  const [isCreating, setCreating] = useState(false);
  const remove = useChange('deleteApiKey', ['listApiKeys']);
  return (
    <>
      {remove.error !== undefined && <Trouble error={remove.error} title="The key was not deleted" />}
      <DataTable
        label="api-keys"
        columns={[...columns, deleteColumn((key) => remove.run({ apiKeyId: key.id }))]}
        answer={answer}
        keyOf={(key) => key.id}
        state={state}
        onState={setState}
        actions={
          <Button size="xs" onClick={() => setCreating(true)}>
            Create API key
          </Button>
        }
        empty={{ title: 'No API keys', why: 'Scripts and the command line use a key in place of a person. Create one: it is shown once.' }}
      />
      {isCreating && <CreateApiKey onClose={() => setCreating(false)} />}
    </>
  );
}

function deleteColumn(onDelete: (key: ApiKey) => void): Column<ApiKey> {
  return {
    ...controlColumn,
    widthPx: 144,
    cell: (row) => <DeleteButton what={`the API key ${row.name}`} onDelete={() => onDelete(row)} />,
  };
}
