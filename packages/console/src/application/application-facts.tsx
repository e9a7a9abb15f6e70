import type { ReactNode } from 'react';
import type { AnswerOf } from '../data/api.ts';
import { ExactBytes } from '../dossier/exact-bytes.tsx';
import { Facts } from '../dossier/facts.tsx';
import { MachineLinks } from '../dossier/machine-links.tsx';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { When } from '../time/when.tsx';
import css from './application-page.module.css';

export interface ApplicationFactsProps {
  readonly application: AnswerOf<'getApplication'>;
  readonly names: ReadonlyMap<string, string>;
}

/** Who the application is. */
export function ApplicationFacts({ application, names }: ApplicationFactsProps): ReactNode {
  const { owner, executable, script, userClass, users, exePaths } = application;
  return (
    <section className={css['panel']} aria-label="Facts">
      <Facts
        facts={[
          { name: 'Owner', value: <PageLink place={places.applications([`owner is ${owner}`])}>{owner}</PageLink> },
          { name: 'Executable', value: executable },
          { name: 'Script', value: script },
          { name: 'User class', value: userClass },
          { name: 'Runs as', value: users.length === 0 ? undefined : users.join(', ') },
          { name: 'Paths', value: exePaths.length === 0 ? undefined : exePaths.join(', ') },
          {
            name: 'Machines',
            value: <MachineLinks machines={{ ids: application.machines, count: application.machineCount }} names={names} />,
          },
          { name: 'Processes', value: formatCount(application.instances) },
          { name: 'Sent', value: <ExactBytes bytes={application.sentBytes} /> },
          { name: 'Received', value: <ExactBytes bytes={application.receivedBytes} /> },
          { name: 'First seen', value: <When at={application.firstSeenAt} /> },
          { name: 'Last seen', value: <When at={application.lastSeenAt} /> },
        ]}
      />
    </section>
  );
}
