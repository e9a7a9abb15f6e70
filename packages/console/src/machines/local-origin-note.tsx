import type { ReactNode } from 'react';
import { isLocalOrigin } from './install-command.ts';

/** Said where a command holds the server's address and that address works on the server's own machine only. */
export function LocalOriginNote(): ReactNode {
  if (!isLocalOrigin(window.location.origin)) return null;
  return (
    <>
      {' '}
      On another machine than this server’s, put the name or address by which that machine reaches the server in place of{' '}
      <code>{window.location.hostname}</code>.
    </>
  );
}
