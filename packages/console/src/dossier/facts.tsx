import type { ReactNode } from 'react';
import css from './dossier.module.css';

export interface Fact {
  readonly name: string;
  /** Left out when unknown. */
  readonly value: ReactNode | undefined;
}

/** Facts in two columns; what is not known is not there. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={css['facts']}>
      {facts
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => (
          <FactLine key={name} name={name} value={value} />
        ))}
    </dl>
  );
}

function FactLine({ name, value }: Fact): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
