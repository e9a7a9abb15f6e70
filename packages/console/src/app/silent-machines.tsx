import type { ReactNode } from 'react';
import { valueOf } from '../data/answer.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { formatCount } from '../format/count.ts';
import css from './shell.module.css';

/** How many machines are silent, in the rail; nothing while none is. The question is the overview's own. */
export function SilentMachines(): ReactNode {
  const overview = valueOf(useRangedAnswer('getOverview', (range) => range, { refreshMs: 60_000 }));
  const silent = overview?.machines.inactive ?? 0;
  if (silent === 0) return null;
  return (
    <span className={css['count']} title={`${formatCount(silent)} ${silent === 1 ? 'machine is' : 'machines are'} silent`}>
      {formatCount(silent)}
    </span>
  );
}
