import { useMemo, type ReactNode } from 'react';
import { ChartPanel } from '../chart/chart-panel.tsx';
import type { Series } from '../chart/series.ts';
import { formatCount } from '../format/count.ts';
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
  return useMemo(() => (points === undefined ? undefined : [{ title, points, format: formatCount }]), [title, points]);
}
