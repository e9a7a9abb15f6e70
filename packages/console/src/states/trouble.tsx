import { Button } from '@mantine/core';
import type { CallError } from '@weft/schema';
import type { ReactNode } from 'react';
import { describeCallError, mendCallError } from '../data/failed-call.ts';
import css from './notice.module.css';
import { Notice } from './notice.tsx';

export interface TroubleProps {
  readonly title?: string;
  readonly error: CallError;
  readonly retry?: () => void;
  /** What came before is still on the page and true of its time. */
  readonly isStillShown?: boolean;
}

/** What failed, what still holds, what to do, and the way to try again. */
export function Trouble({ error, title, retry, isStillShown = false }: TroubleProps): ReactNode {
  const usualTitle = isStillShown ? 'Shown is what came last; refreshing failed' : 'This could not be loaded';
  const problems = error.kind === 'refused' ? (error.problem.problems ?? []) : [];
  const requestId = error.kind === 'refused' ? error.problem.requestId : undefined;
  return (
    <Notice tone={isStillShown ? 'warn' : 'bad'} title={title ?? usualTitle}>
      {describeCallError(error)} {mendCallError(error)}
      {problems.length > 0 && (
        <ul className={css['problems']}>
          {problems.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {requestId !== undefined && ` Request ${requestId}.`}
      {retry !== undefined && (
        <Button size="compact-xs" variant="default" ml={8} onClick={retry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
