import type { ReactNode } from 'react';
import type { AnswerOf } from '../data/api.ts';
import { ExactBytes } from '../dossier/exact-bytes.tsx';
import { Facts } from '../facts/facts.tsx';
import { MachineLinks } from '../dossier/machine-links.tsx';
import { formatCount } from '../format/count.ts';
import { ownerWords } from '../links/owner-words.ts';
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
          {
            term: 'Owner',
            value: (
              <PageLink place={places.applications([`owner is ${owner}`])} title={owner}>
                {ownerWords(owner)}
              </PageLink>
            ),
          },
          { term: 'Executable', value: executable },
          { term: 'Script', value: script },
          { term: 'User class', value: userClass },
          { term: 'Runs as', value: users.length === 0 ? undefined : users.join(', ') },
          { term: 'Paths', value: exePaths.length === 0 ? undefined : exePaths.join(', ') },
          {
            term: 'Machines',
            value: <MachineLinks machines={{ ids: application.machines, count: application.machineCount }} names={names} />,
          },
          { term: 'Processes', value: formatCount(application.instances) },
          { term: 'Sent', value: <ExactBytes bytes={application.sentBytes} /> },
          { term: 'Received', value: <ExactBytes bytes={application.receivedBytes} /> },
          { term: 'First seen', value: <When at={application.firstSeenAt} /> },
          { term: 'Last seen', value: <When at={application.lastSeenAt} /> },
        ].filter(({ value }) => value !== undefined)}
      />
    </section>
  );
}
