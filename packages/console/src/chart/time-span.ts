/** A chart of less would show the machine's jitter, and uPlot gives a lone point an axis of years. */
const LEAST_SECONDS = 600;

/** What the time axis spans, in Unix seconds. Bars reach a step beyond their instant; what is short stands at the right. */
export function timeSpan(first: number, last: number, stepSeconds = 0): [number, number] {
  const end = last + stepSeconds;
  return [Math.min(first, end - LEAST_SECONDS), end];
}
