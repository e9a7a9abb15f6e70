import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { When } from '../time/when.tsx';
import css from './overview.module.css';
import { Panel } from './panel.tsx';

export interface NewListProps {
  readonly title: string;
  /** `undefined` while it loads. */
  readonly rows:
    | readonly { readonly key: string; readonly firstSeenAt: string; readonly name: ReactNode; readonly detail: ReactNode }[]
    | undefined;
  readonly hasHistory: boolean;
  /** Said when nothing is new. */
  readonly none: string;
}

/** What was never seen before the time range; an honest word while there is nothing to compare with. */
export function NewList({ title, rows, hasHistory, none }: NewListProps): ReactNode {
  return (
    <Panel title={title}>
      {rows === undefined && <Skeleton height={120} />}
      {rows !== undefined && !hasHistory && (
        <p className={css['quiet']}>
          No history yet: everything would be new. Once there is data from before the time range, what is new shows here; a shorter time
          range may do.
        </p>
      )}
      {rows !== undefined && hasHistory && rows.length === 0 && <p className={css['quiet']}>{none}</p>}
      {rows !== undefined && hasHistory && rows.length > 0 && (
        <ul className={css['list']}>
          {rows.map(({ key, firstSeenAt, name, detail }) => (
            <li key={key} className={css['line']}>
              <span className={css['name']}>{name}</span>
              <span className={css['detail']}>{detail}</span>
              <span className={css['when']}>
                <When at={firstSeenAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
