import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trouble } from '../states/trouble.tsx';

/** A fault of the page itself: the shell around it and all other pages still work. */
export function PageFault({ error, reset }: ErrorComponentProps): ReactNode {
  const problem = {
    code: 'console-fault',
    message: `This page met a fault of its own: ${error instanceof Error ? error.message : String(error)}.`,
    mend: 'The other pages still work. Try again; if it stays, report it with this address.',
  };
  return <Trouble error={{ kind: 'refused', status: 500, problem }} retry={reset} />;
}
