import { useMemo, type ReactNode } from 'react';
import { ChartPanel } from '../chart/chart-panel.tsx';
import type { Series } from '../chart/series.ts';
import { formatCount } from '../format/count.ts';
import { formatDuration } from '../format/duration.ts';
import type { Overview } from './overview.ts';
import css from './overview.module.css';

/** What happened over the time range. */
export function ActivityCharts({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  const execs = useSeries('Programs started', overview?.execsOverTime);
  const connections = useSeries('Connections opened', overview?.connectionsOverTime);
  return (
    <div className={css['halves']}>
      <ChartPanel title="Programs started over time" series={execs} empty="No program was started in this time range." />
      <ChartPanel title="Connections over time" series={connections} empty="No connection was opened in this time range." />
    </div>
  );
}

function useSeries(title: string, points: Overview['execsOverTime'] | undefined): readonly Series[] | undefined {
  return useMemo(() => (points === undefined ? undefined : [perStep(title, points)]), [title, points]);
}

function perStep(title: string, points: Overview['execsOverTime']): Series {
  const [first, second] = points;
  if (first === undefined || second === undefined) return { title, points, format: formatCount };
  const stepSeconds = (Date.parse(second.at) - Date.parse(first.at)) / 1000;
  return { title: `${title} per ${stepWords(stepSeconds)}`, points, format: formatCount, stepSeconds };
}

function stepWords(seconds: number): string {
  if (seconds === 60) return 'minute';
  return seconds === 3600 ? 'hour' : formatDuration(seconds * 1000);
}
