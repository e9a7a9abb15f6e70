import { Button, NativeSelect } from '@mantine/core';
import { roles, type Person } from '@weft/schema';
import { useContext, useState, type ReactNode } from 'react';
import { WhoContext } from '../app/who-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useChange } from '../data/use-change.ts';
import { Trouble } from '../states/trouble.tsx';
import type { Column } from '../table/column.ts';
import { controlColumn } from '../table/control-column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { InvitePerson } from './invite-person.tsx';
import { isRole } from './is-role.ts';
import css from './settings.module.css';

const columns: readonly Column<Person>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 200, isGrowing: true, value: (row) => row.name },
  { id: 'email', title: 'Email', kind: 'text', widthPx: 240, isGrowing: true, value: (row) => row.email },
  { id: 'role', title: 'Role', kind: 'text', widthPx: 104, value: (row) => row.role },
  { id: 'state', title: 'State', kind: 'text', widthPx: 104, value: (row) => (row.isDisabled ? 'disabled' : 'enabled') },
  { id: 'seen', title: 'Last seen', kind: 'time', widthPx: 136, value: (row) => row.lastSeenAt },
  { id: 'created', title: 'Joined', kind: 'time', widthPx: 136, value: (row) => row.createdAt },
];
const codec = tableCodec(columns, { column: 'name', isDescending: false });

/** Who may sign in, and what they may do. */
export function PeopleSection(): ReactNode {
  const answer = useAnswer('listPeople', {});
  const [state, setState] = useUrlState(codec);
  const [isInviting, setInviting] = useState(false);
  const change = useChange('changePerson', ['listPeople', 'whoAmI']);
  return (
    <>
      {change.error !== undefined && <Trouble error={change.error} title="The person was not changed" />}
      <DataTable
        label="people"
        columns={[...columns, actionsColumn(change.run)]}
        answer={answer}
        keyOf={(person) => person.id}
        state={state}
        onState={setState}
        actions={
          <Button size="xs" onClick={() => setInviting(true)}>
            Invite
          </Button>
        }
        empty={{ title: 'Nobody yet', why: 'Invite people: each gets a link that works once.' }}
      />
      {isInviting && <InvitePerson onClose={() => setInviting(false)} />}
    </>
  );
}

function actionsColumn(onChange: PersonActionsProps['onChange']): Column<Person> {
  return { ...controlColumn, widthPx: 216, cell: (row) => <PersonActions person={row} onChange={onChange} /> };
}

interface PersonActionsProps {
  readonly person: Person;
  readonly onChange: (input: { personId: string; role?: Person['role']; isDisabled?: boolean }) => void;
}

function PersonActions({ person, onChange }: PersonActionsProps): ReactNode {
  const who = useContext(WhoContext);
  if (who?.id === person.id) return 'you';
  return (
    <span className={css['buttons']}>
      <NativeSelect
        size="xs"
        aria-label={`Role of ${person.name}`}
        data={[...roles]}
        value={person.role}
        onChange={({ currentTarget: { value } }) => {
          if (isRole(value)) onChange({ personId: person.id, role: value });
        }}
      />
      <Button size="xs" variant="default" onClick={() => onChange({ personId: person.id, isDisabled: !person.isDisabled })}>
        {person.isDisabled ? 'Enable' : 'Disable'}
      </Button>
    </span>
  );
}
