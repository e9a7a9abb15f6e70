import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useContext, type ReactNode } from 'react';
import { useChange } from '../data/use-change.ts';
import { WhoContext } from './who-context.ts';

/** Who is signed in, and the way out. */
export function PersonMenu(): ReactNode {
  const who = useContext(WhoContext);
  const signOut = useChange('signOut');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const leave = (): void =>
    signOut.run({}, () => {
      cache.clear();
      void navigate({ to: '/sign-in', search: {} });
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="You">
          <IconUserCircle size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {who === undefined ? 'You' : `${who.name} (${who.role})`}
          <br />
          {who?.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
