import { useComputedColorScheme } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTimeRange } from '../time-range/use-time-range.ts';
import css from './chart.module.css';
import { chartOptions, type ChartColours } from './chart-options.ts';
import { alignSeries, type Series } from './series.ts';

export interface TimeChartProps {
  readonly label: string;
  readonly series: readonly Series[];
  readonly heightPx?: number;
}

const LEGEND_HEIGHT_PX = 28;

/** Lines over time. Dragging over a stretch makes it the page's time range. Its table is `ChartPanel`'s part. */
export function TimeChart({ label, series, heightPx = 160 }: TimeChartProps): ReactNode {
  const [frame, box] = useResizeObserver<HTMLDivElement>();
  const scheme = useComputedColorScheme('light');
  const widthPx = Math.floor(box.width);
  return (
    <div ref={frame} className={css['frame']} style={{ height: heightPx }}>
      {widthPx > 0 && <Drawing key={scheme} label={label} series={series} widthPx={widthPx} heightPx={heightPx - LEGEND_HEIGHT_PX} />}
    </div>
  );
}

interface DrawingProps {
  readonly label: string;
  readonly series: readonly Series[];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The canvas. Made anew for another theme: it keeps the colours it was drawn with. */
function Drawing({ label, series, widthPx, heightPx }: DrawingProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [, setRange] = useTimeRange();
  const onStretch = useEffectEvent((fromS: number, toS: number) => {
    setRange({ kind: 'between', from: new Date(fromS * 1000).toISOString(), to: new Date(toS * 1000).toISOString() });
  });
  useEffect(() => {
    const target = place.current;
    if (target === null) return undefined;
    const colours = readColours(target);
    const options = chartOptions({ series, widthPx, heightPx, colours, onStretch: (from, to) => onStretch(from, to) });
    const chart = new uPlot(options, alignSeries(series), target);
    return () => chart.destroy();
  }, [series, widthPx, heightPx]);
  return <div ref={place} role="img" aria-label={label} />;
}

/** The canvas knows no CSS variables: they are read when it is drawn. */
function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    lines: [colour('--weft-accent'), colour('--weft-low')],
    bad: colour('--weft-bad'),
    text: colour('--weft-quiet'),
    grid: colour('--weft-hairline'),
  };
}
