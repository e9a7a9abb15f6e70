import type { ReactNode } from 'react';
import { applicationLabel, shortProgram } from './application-label.ts';
import { ownerWords } from './owner-words.ts';
import css from './page-link.module.css';
import { PageLink } from './page-link.tsx';
import { places } from './place.ts';

/** An application by its key: the program, its owner beside it, quieter. */
export function ApplicationLink({ application }: { readonly application: string }): ReactNode {
  const { program, owner } = applicationLabel(application);
  if (owner === '') return <span title={application}>{program}</span>;
  return (
    <span title={application}>
      <PageLink place={places.application(application)}>{shortProgram(program)}</PageLink>{' '}
      <span className={css['quiet']}>{ownerWords(owner)}</span>
    </span>
  );
}
