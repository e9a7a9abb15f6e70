import type { ProcessRow } from '@weft/schema';
import type { ReactNode } from 'react';
import { formatExactTime } from '../format/time.ts';
import css from './machine.module.css';
import { processState } from './process-state.ts';

/** The state in words; colour only repeats it. When it ended, on hover. */
export function ProcessState({ process }: { readonly process: ProcessRow }): ReactNode {
  const words = processState(process);
  const look = words === 'running' ? 'running' : words === 'exited 0' || words === 'exited' ? 'exited' : 'failed';
  return (
    <span className={css[look]} title={process.exitedAt === undefined ? undefined : formatExactTime(process.exitedAt)}>
      {words}
    </span>
  );
}
