import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';

/** `1,067 machines report, 133 are silent.` */
export function MachinesSentence({ machines }: { readonly machines: readonly Machine[] }): ReactNode {
  const silent = machines.filter((machine) => machine.agentStatus === 'INACTIVE').length;
  const reporting = machines.length - silent;
  return (
    <>
      <PageLink place={places.machines(['status is ACTIVE'])}>{formatCount(reporting)}</PageLink>{' '}
      {reporting === 1 ? 'machine reports' : 'machines report'},{' '}
      {silent === 0 ? 'none' : <PageLink place={places.machines(['status is INACTIVE'])}>{formatCount(silent)}</PageLink>}{' '}
      {silent <= 1 ? 'is' : 'are'} silent.
    </>
  );
}
