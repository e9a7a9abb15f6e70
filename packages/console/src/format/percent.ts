/** `0.1234` percent as `0.12 %`; what is above 10 needs no hundredths. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(Math.abs(percent) >= 10 ? 0 : 2)} %`;
}
