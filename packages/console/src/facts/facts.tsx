import type { ReactNode } from 'react';
import css from './facts.module.css';

export interface Fact {
  readonly term: string;
  /** `undefined` is unknown, and said so. */
  readonly value: ReactNode;
}

/** Facts as term and value; `columns` side by side on a page, one column in a panel. */
export function Facts({ facts, look = 'panel' }: { readonly facts: readonly Fact[]; readonly look?: 'panel' | 'columns' }): ReactNode {
  return (
    <dl className={css[look]}>
      {facts.map(({ term, value }) => (
        <div key={term} className={css['fact']}>
          <dt className={css['term']}>{term}</dt>
          <dd className={css['value']}>{value ?? <span className={css['term']}>unknown</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
