import { Button, Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { roles, type Role } from '@weft/schema';
import { useState, type ReactNode } from 'react';
import { useChange } from '../data/use-change.ts';
import { Command } from '../states/command.tsx';
import { Trouble } from '../states/trouble.tsx';
import { isRole } from './is-role.ts';
import css from './settings.module.css';

/** Creates an API key and shows it, this once. */
export function CreateApiKey({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [key, setKey] = useState<string>();
  const create = useChange('createApiKey', ['listApiKeys']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={key === undefined ? 'Create API key' : `API key “${name}”`}
      size="lg"
      closeOnClickOutside={key === undefined}
    >
      {key === undefined ? (
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            create.run({ name: name.trim(), role }, (answer) => setKey(answer.key));
          }}
        >
          <TextInput
            label="Name"
            description="What uses it."
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label="Role"
            description="The least that does."
            data={[...roles]}
            value={role}
            onChange={({ currentTarget: { value } }) => isRole(value) && setRole(value)}
          />
          {create.error !== undefined && <Trouble error={create.error} title="No key was created" />}
          <Button type="submit" loading={create.isRunning} disabled={name.trim() === ''}>
            Create
          </Button>
        </form>
      ) : (
        <div className={css['form']}>
          <Text>This is the only time it is shown; the server keeps a hash.</Text>
          <Command text={key} label="Copy key" />
          <Text>For example:</Text>
          <Command text={`curl -H "authorization: Bearer ${key}" ${window.location.origin}/api/v1/machines`} label="Copy command" />
          <Button variant="default" onClick={onClose}>
            I have stored it
          </Button>
        </div>
      )}
    </Modal>
  );
}
