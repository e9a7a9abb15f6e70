import { Button, Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { roles, type Role } from '@weft/schema';
import { useState, type ReactNode } from 'react';
import type { AnswerOf } from '../data/api.ts';
import { useChange } from '../data/use-change.ts';
import { Command } from '../states/command.tsx';
import { Trouble } from '../states/trouble.tsx';
import { When } from '../time/when.tsx';
import { isRole } from './is-role.ts';
import css from './settings.module.css';

/** Makes a one-time link for a person, to hand over by hand. */
export function InvitePerson({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [made, setMade] = useState<AnswerOf<'invitePerson'>>();
  const invite = useChange('invitePerson', ['listPeople']);
  return (
    <Modal opened onClose={onClose} title="Invite a person" size="lg">
      {made === undefined ? (
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            invite.run({ email: email.trim(), role }, setMade);
          }}
        >
          <TextInput
            label="Email"
            type="email"
            required
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label="Role"
            description="Viewers look, analysts also work on what is found, admins also manage people, keys and tokens."
            data={[...roles]}
            value={role}
            onChange={({ currentTarget: { value } }) => isRole(value) && setRole(value)}
          />
          {invite.error !== undefined && <Trouble error={invite.error} title="No invitation was made" />}
          <Button type="submit" loading={invite.isRunning} disabled={!email.includes('@')}>
            Make the link
          </Button>
        </form>
      ) : (
        <div className={css['form']}>
          <Text>
            Hand this link to {email}. It works once, and expires <When at={made.expiresAt} />.
          </Text>
          <Command text={new URL(made.link, window.location.origin).href} label="Copy link" />
        </div>
      )}
    </Modal>
  );
}
