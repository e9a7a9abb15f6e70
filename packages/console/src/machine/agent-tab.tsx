import { Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { ChartPanel } from '../chart/chart-panel.tsx';
import type { Series } from '../chart/series.ts';
import { mapAnswer, valueOf } from '../data/answer.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import type { RowOf } from '../data/api.ts';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import { formatPercent } from '../format/percent.ts';
import { Trouble } from '../states/trouble.tsx';
import css from './agent-tab.module.css';
import { GapsTable } from './gaps-table.tsx';
import type { MachineTabProps } from './machine-tabs.tsx';
import { TierTable } from './tier-table.tsx';

type Metric = RowOf<'listMachineMetrics'>;

const line = (
  title: string,
  format: (value: number) => string,
  rows: readonly Metric[],
  value: (row: Metric) => number | undefined,
): Series => ({
  title,
  format,
  points: rows.flatMap((row) => {
    const own = value(row);
    return own === undefined ? [] : [{ at: row.at, value: own }];
  }),
});

const charts: readonly { readonly title: string; readonly lines: (rows: readonly Metric[]) => readonly Series[] }[] = [
  {
    title: 'CPU, of one core',
    lines: (rows) => {
      const own = line('Agent', formatPercent, rows, (row) => row.cpuPercent);
      const kernel = line('Kernel programs', formatPercent, rows, (row) => row.kernelPercent);
      return kernel.points.length === 0 ? [own] : [own, kernel];
    },
  },
  { title: 'Resident memory', lines: (rows) => [{ ...line('Memory', formatBytes, rows, (row) => row.residentBytes), isBinary: true }] },
  {
    title: 'Events a minute',
    lines: (rows) => [
      line('Captured', formatCount, rows, (row) => row.captured),
      { ...line('Lost', formatCount, rows, (row) => row.lost), isBad: true },
    ],
  },
  {
    title: 'Sent and waiting',
    lines: (rows) => [
      { ...line('Sent a minute', formatBytes, rows, (row) => row.bytesSent), isBinary: true },
      line('Waiting on disk', formatBytes, rows, (row) => row.spooledBytes),
    ],
  },
];

/** How the agent itself is: what it costs, what it lost, what it can see. */
export function AgentTab({ machineId, machine }: MachineTabProps): ReactNode {
  const metrics = useRangedAnswer('listMachineMetrics', (range) => ({ ...range, machineId }), { refreshMs: 60_000 });
  const rows = valueOf(mapAnswer(metrics, (value) => value.rows));
  const drawn = useMemo(() => charts.map(({ title, lines }) => ({ title, series: rows === undefined ? undefined : lines(rows) })), [rows]);
  return (
    <div className={css['page']}>
      {metrics.kind === 'failed' && <Trouble error={metrics.error} retry={metrics.retry} />}
      {metrics.kind !== 'failed' && (
        <div className={css['charts']}>
          {drawn.map(({ title, series }) => (
            <ChartPanel
              key={title}
              title={title}
              series={series}
              empty="Nothing in this time range. The agent tells it once a minute, the first time a minute after it starts."
            />
          ))}
        </div>
      )}
      <Title order={2}>Lost events and gaps</Title>
      <GapsTable machineId={machineId} />
      <Title order={2}>What it watches, and how</Title>
      {machine !== undefined && <TierTable tiers={machine.tiers} reasons={machine.tierReasons} />}
    </div>
  );
}
