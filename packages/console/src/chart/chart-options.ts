import uPlot from 'uplot';
import type { Series } from './series.ts';
import { timeSpan } from './time-span.ts';

const VALUE_AXIS_WIDTH_PX = 64;
const TIME_AXIS_HEIGHT_PX = 36;

/** Distances of the value axis' lines for bytes: 1, 2, 4 … of each unit, where decimal steps would make odd fractions. */
const binarySteps = Array.from({ length: 50 }, (_, power) => 2 ** power);

export interface ChartColours {
  readonly lines: readonly string[];
  /** For what should be zero, such as loss. */
  readonly bad: string;
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

/** Labels of the time axis by the distance of its lines, in seconds; 24 hours, the day where it begins. Format words are uPlot's. */
const timeLabels: uPlot.Axis.Values = [
  [86_400, '{MMM} {D}', null, null, null, null, null, null, 1],
  [60, '{HH}:{mm}', null, null, '\n{MMM} {D}', null, null, null, 1],
  [1, '{HH}:{mm}:{ss}', null, null, '\n{MMM} {D}', null, null, null, 1],
];

/** Every chart of the console looks and zooms alike; the value axis begins at 0, so that height means size. */
export function chartOptions({ series, widthPx, heightPx, colours, onStretch }: ChartOptionsInput): uPlot.Options {
  const axis = { stroke: colours.text, font: '11px "Inter Variable"', grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  const format = series[0]?.format ?? String;
  const step = series[0]?.stepSeconds;
  return {
    width: widthPx,
    height: heightPx,
    padding: [8, 20, 0, 0],
    legend: { show: true, live: true },
    cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
    scales: {
      x: { range: (_, first, last) => timeSpan(first, last, step) },
      y: { range: (_, __, most) => [0, Math.max(most, 0) * 1.1 || 1] },
    },
    axes: [
      { ...axis, size: TIME_AXIS_HEIGHT_PX, values: timeLabels },
      {
        ...axis,
        size: VALUE_AXIS_WIDTH_PX,
        values: (_, splits) => splits.map(format),
        ...(series[0]?.isBinary === true ? { incrs: binarySteps } : {}),
      },
    ],
    series: [{ label: 'Time', value: '{YYYY}-{MM}-{DD} {HH}:{mm}' }, ...series.map((one, at) => lineOptions(one, at, colours))],
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

function lineOptions(series: Series, at: number, colours: ChartColours): uPlot.Series {
  return {
    label: series.title,
    stroke: series.isBad === true ? colours.bad : (colours.lines[at % colours.lines.length] ?? colours.text),
    width: 1.5,
    ...(series.stepSeconds === undefined ? {} : bars(colours)),
    spanGaps: false,
    points: { show: series.stepSeconds === undefined && series.points.length < 3 },
    value: (_, value: number | null) => (value === null ? '–' : series.format(value)),
  };
}

/** Bars with a hairline between them; a lone hour in an empty day is seen where a line would be a spike at the edge. */
function bars({ lines }: ChartColours): Partial<uPlot.Series> {
  const { bars: draw } = uPlot.paths;
  return { width: 0, fill: lines[0] ?? 'currentColor', ...(draw === undefined ? {} : { paths: draw({ size: [0.85, 48], align: 1 }) }) };
}
