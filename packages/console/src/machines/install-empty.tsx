import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import type { EmptyProps } from '../states/empty.tsx';
import { installCommand } from './install-command.ts';
import { LocalOriginNote } from './local-origin-note.tsx';

/** What pages say while no machine reports. */
export const installEmpty: EmptyProps = {
  title: 'No machine reports yet',
  why: (
    <>
      Copy the agent, one file, to a Linux machine and start it there as root with an agent token, which you create in{' '}
      <PageLink place={places.settings('agent-tokens')}>Settings</PageLink>. <code>./weft agent build</code> in the checkout makes the file,
      in <code>dist/</code>. The machine shows here within seconds.
      <LocalOriginNote />
    </>
  ),
  command: installCommand(window.location.origin),
};
