import type { ReactNode } from 'react';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';

export interface ExecsLinkProps {
  readonly machineId: string;
  readonly exePath: string | undefined;
}

/** An executable, to every start of it on the machine. */
export function ExecsLink({ machineId, exePath }: ExecsLinkProps): ReactNode {
  if (exePath === undefined) return 'unknown';
  return (
    <PageLink place={places.machine(machineId, 'execs', exePath)} title="Every start of it on this machine">
      {exePath}
    </PageLink>
  );
}

export interface UserLinkProps {
  readonly userName: string | undefined;
  readonly uid: number;
}

/** A user with the id, to all applications that ran as that user. */
export function UserLink({ userName, uid }: UserLinkProps): ReactNode {
  if (userName === undefined) return `no name (${uid})`;
  return (
    <>
      <PageLink place={places.applications([`user is ${userName}`])} title="Applications that ran as this user">
        {userName}
      </PageLink>{' '}
      ({uid})
    </>
  );
}

export interface ContainerLinkProps {
  readonly machineId: string;
  readonly containerId: string | undefined;
}

/** A container, to its row among the machine's; its processes are one click further. */
export function ContainerLink({ machineId, containerId }: ContainerLinkProps): ReactNode {
  if (containerId === undefined) return 'none, on the host itself';
  return <PageLink place={places.machine(machineId, 'containers', containerId.slice(0, 12))}>{containerId}</PageLink>;
}
