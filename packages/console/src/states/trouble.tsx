import { Alert, Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { CallError } from '@weft/schema';
import type { ReactNode } from 'react';
import { describeCallError, mendCallError } from '../data/failed-call.ts';

export interface TroubleProps {
  readonly title?: string;
  readonly error: CallError;
  readonly retry?: () => void;
  /** What came before is still on the page and true of its time. */
  readonly isStillShown?: boolean;
}

/** What failed, what still holds, what to do, and the way to try again. */
export function Trouble({ error, title, retry, isStillShown = false }: TroubleProps): ReactNode {
  const problems = error.kind === 'refused' ? (error.problem.problems ?? []) : [];
  return (
    <Alert
      color={isStillShown ? 'yellow' : 'red'}
      icon={<IconPlugConnectedX size={18} />}
      title={title ?? (isStillShown ? 'Shown is what came last; refreshing failed' : 'This could not be loaded')}
    >
      {describeCallError(error)} {mendCallError(error)}
      {problems.length > 0 && (
        <ul>
          {problems.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <Button size="compact-xs" variant="default" ml={8} onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
