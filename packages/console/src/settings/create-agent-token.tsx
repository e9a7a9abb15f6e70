import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useChange } from '../data/use-change.ts';
import { installCommand } from '../machines/install-command.ts';
import { LocalOriginNote } from '../machines/local-origin-note.tsx';
import { Command } from '../states/command.tsx';
import { Trouble } from '../states/trouble.tsx';
import css from './settings.module.css';

/** Creates an agent token and shows it, this once. */
export function CreateAgentToken({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState('');
  const [token, setToken] = useState<string>();
  const create = useChange('createAgentToken', ['listAgentTokens']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={token === undefined ? 'Create agent token' : `Agent token “${name}”`}
      size="lg"
      closeOnClickOutside={token === undefined}
    >
      {token === undefined ? (
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            create.run({ name: name.trim() }, (answer) => setToken(answer.token));
          }}
        >
          <TextInput
            label="Name"
            description="What it is for, such as the fleet or the image it goes into."
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {create.error !== undefined && <Trouble error={create.error} title="No token was created" />}
          <Button type="submit" loading={create.isRunning} disabled={name.trim() === ''}>
            Create
          </Button>
        </form>
      ) : (
        <div className={css['form']}>
          <Text>
            This is the only time it is shown; the server keeps a hash. The fingerprint of the server’s certificate authority is in it, so
            the agent knows whom to trust.
          </Text>
          <Command text={token} label="Copy token" />
          <Text>
            To watch a Linux machine, copy the agent there (<code>dist/weft-agent-linux-x64</code>, made by <code>./weft agent build</code>)
            and run:
            <LocalOriginNote />
          </Text>
          <Command text={installCommand(window.location.origin, token)} label="Copy command" />
          <Button variant="default" onClick={onClose}>
            I have stored it
          </Button>
        </div>
      )}
    </Modal>
  );
}
