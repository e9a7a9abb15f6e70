import { Fragment, type ReactNode } from 'react';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { formatCount } from '../format/count.ts';
import type { KnownMachines } from './machines-of.ts';

/** More would push everything else out of sight; the count says how many there are. */
const mostShown = 8;

export interface MachineLinksProps {
  readonly machines: KnownMachines;
  readonly names: ReadonlyMap<string, string>;
}

/** Machines by name, each leading to its page. */
export function MachineLinks({ machines, names }: MachineLinksProps): ReactNode {
  const shown = machines.ids.slice(0, mostShown);
  return (
    <>
      {shown.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <PageLink place={places.machine(id)}>{names.get(id) ?? id}</PageLink>
        </Fragment>
      ))}
      {machines.count > shown.length && ` and ${formatCount(machines.count - shown.length)} more`}
    </>
  );
}
