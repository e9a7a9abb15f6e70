import { Button, Skeleton, Title } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { formatExactTime } from '../format/time.ts';
import css from './chart.module.css';
import type { Series } from './series.ts';
import { TimeChart } from './time-chart.tsx';

export interface ChartPanelProps {
  readonly title: string;
  /** `undefined` while it loads. */
  readonly series: readonly Series[] | undefined;
  /** What to say when there is no point at all. */
  readonly empty: string;
}

/** A chart with its title, and the same numbers as a table for who cannot or will not read a picture. */
export function ChartPanel({ title, series, empty }: ChartPanelProps): ReactNode {
  const [isTable, setTable] = useState(false);
  const isEmpty = series?.every(({ points }) => points.length === 0) ?? false;
  return (
    <section className={css['panel']} aria-label={title}>
      <header className={css['header']}>
        <Title order={2}>{title}</Title>
        {series !== undefined && !isEmpty && (
          <Button size="compact-xs" variant="subtle" color="gray" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? 'As a chart' : 'As a table'}
          </Button>
        )}
      </header>
      {series === undefined && <Skeleton height={160} />}
      {isEmpty && <p className={css['empty']}>{empty}</p>}
      {series !== undefined && !isEmpty && (isTable ? <PointTable series={series} /> : <TimeChart label={title} series={series} />)}
    </section>
  );
}

function PointTable({ series }: { readonly series: readonly Series[] }): ReactNode {
  const rows = useMemo(
    () => series.flatMap(({ title, points, format }) => points.map(({ at, value }) => ({ title, at, text: format(value) }))).toReversed(),
    [series],
  );
  return (
    <div className={css['points']} tabIndex={0}>
      <table>
        <tbody>
          {rows.map(({ title, at, text }) => (
            <tr key={`${title} ${at}`}>
              <th scope="row">{formatExactTime(at)}</th>
              <td>{title}</td>
              <td className={css['number']}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
