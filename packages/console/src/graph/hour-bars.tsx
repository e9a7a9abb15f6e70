import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { formatCount } from '../format/count.ts';
import { formatExactTime } from '../format/time.ts';
import css from './graph-page.module.css';

export type Hour = RowOf<'listGraphHours'>;

export interface HourBarsProps {
  /** Oldest first. */
  readonly hours: readonly Hour[];
  /** Index of the chosen hour; -1 when none is. */
  readonly chosen: number;
  readonly onHour: (hour: string) => void;
}

/** Beyond this many bars each would be thinner than a pixel. */
const mostBars = 1_500;

/** Edges of each hour, the new ones in the accent. The slider below does the same for keys and screen readers. */
export function HourBars({ hours, chosen, onHour }: HourBarsProps): ReactNode {
  const bars = hours.slice(-mostBars);
  const firstAt = hours.length - bars.length;
  const most = Math.max(1, ...bars.map(({ edges }) => edges));
  return (
    <svg className={css['bars']} viewBox={`0 0 ${bars.length} 1`} preserveAspectRatio="none" aria-hidden>
      {bars.map((one, at) => (
        <g key={one.hour} onClick={() => onHour(one.hour)}>
          <title>{`${formatExactTime(one.hour).slice(0, 16)}: ${formatCount(one.edges)} edges, ${formatCount(one.newEdges)} new`}</title>
          <rect x={at} y={0} width={1} height={1} fill="transparent" />
          <Bar className={at + firstAt === chosen ? css['barChosen'] : css['bar']} at={at} part={one.edges / most} />
          <Bar className={css['barNew']} at={at} part={one.newEdges / most} />
        </g>
      ))}
    </svg>
  );
}

function Bar({ className, at, part }: { readonly className: string | undefined; readonly at: number; readonly part: number }): ReactNode {
  return <rect className={className} x={at + 0.08} y={1 - part} width={0.84} height={part} />;
}
