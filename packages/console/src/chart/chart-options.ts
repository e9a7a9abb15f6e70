import type uPlot from 'uplot';
import type { Series } from './series.ts';

const AXIS_WIDTH_PX = 64;

export interface ChartColours {
  readonly line: string;
  readonly second: string;
  readonly text: string;
  readonly grid: string;
}

export interface ChartOptionsInput {
  readonly series: readonly Series[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colours: ChartColours;
  /** Called with seconds when a person dragged over a stretch of time. */
  readonly onStretch: (fromS: number, toS: number) => void;
}

/** Every chart of the console looks and zooms alike; the value axis begins at 0, so that height means size. */
export function chartOptions({ series, widthPx, heightPx, colours, onStretch }: ChartOptionsInput): uPlot.Options {
  const strokes = [colours.line, colours.second];
  const axis = { stroke: colours.text, font: '11px "Inter Variable"', grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  const format = series[0]?.format ?? String;
  return {
    width: widthPx,
    height: heightPx,
    padding: [8, 8, 0, 0],
    legend: { show: true },
    cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
    scales: { y: { range: (_, __, most) => [0, Math.max(most, 0) * 1.1 || 1] } },
    axes: [axis, { ...axis, size: AXIS_WIDTH_PX, values: (_, splits) => splits.map(format) }],
    series: [
      { label: 'Time' },
      ...series.map((one, at) => ({
        label: one.title,
        stroke: strokes[at % strokes.length] ?? colours.line,
        width: 1.5,
        spanGaps: false,
        points: { show: one.points.length < 3 },
        value: (_: uPlot, value: number | null) => (value === null ? '–' : one.format(value)),
      })),
    ],
    hooks: {
      setSelect: [
        (chart) => {
          const { left, width } = chart.select;
          if (width < 4) return;
          onStretch(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'));
        },
      ],
    },
  };
}
