import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { valueOf } from '../data/answer.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { formatCount } from '../format/count.ts';
import { formatExactTime } from '../format/time.ts';
import css from './graph-page.module.css';
import { HourBars, type Hour } from './hour-bars.tsx';

export interface HourSliderProps {
  /** Start of the chosen hour; unset is the whole time range. */
  readonly hour: string | undefined;
  readonly onHour: (hour: string | undefined) => void;
}

/** One hour alone is still a bar, not a wall. */
const widestBarPx = 48;

/** Moves through the hours of the time range: how much there was, how much of it new, and the graph of just that hour. */
export function HourSlider({ hour, onHour }: HourSliderProps): ReactNode {
  const answer = useRangedAnswer('listGraphHours', (range) => range, { refreshMs: 60_000 });
  const hours = valueOf(answer)?.rows ?? [];
  if (hours.length === 0) return null;
  const at = hours.findIndex((one) => one.hour === hour);
  const chosen = hours[at];
  return (
    <div className={css['hours']}>
      <div className={css['hourWords']}>
        <b>{hour === undefined ? 'Whole time range' : hourWords(hour)}</b>
        {edgeWords(hour === undefined ? hours : chosen === undefined ? [] : [chosen])}
      </div>
      <div className={css['track']} style={{ maxWidth: hours.length * widestBarPx }}>
        <HourBars hours={hours} chosen={at} onHour={onHour} />
        <input
          className={css['slider']}
          type="range"
          min={0}
          max={hours.length - 1}
          step={1}
          value={at === -1 ? hours.length - 1 : at}
          data-unset={hour === undefined || undefined}
          // the thumb's middle stands under the middle of its bar
          style={{ left: `calc(${50 / hours.length}% - 7px)`, width: `calc(${100 - 100 / hours.length}% + 14px)` }}
          aria-label="Hour shown"
          aria-valuetext={hour === undefined ? 'Whole time range' : hourWords(hour)}
          onChange={(event) => onHour(hours[Number(event.currentTarget.value)]?.hour)}
        />
      </div>
      <Button size="compact-xs" variant="default" disabled={hour === undefined} onClick={() => onHour(undefined)}>
        Whole range
      </Button>
    </div>
  );
}

function edgeWords(hours: readonly Hour[]): string {
  if (hours.length === 0) return 'No edges in this hour';
  const newEdges = hours.reduce((sum, one) => sum + one.newEdges, 0);
  if (hours.length > 1) return `${formatCount(hours.length)} hours, ${formatCount(newEdges)} new edges`;
  return `${formatCount(hours[0]?.edges ?? 0)} edges, ${formatCount(newEdges)} new`;
}

function hourWords(hour: string): string {
  const text = formatExactTime(hour);
  return `${text.slice(0, 16)} for 1 h`;
}
