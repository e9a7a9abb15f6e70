import type { Column } from './column.ts';

/** The grid's columns for CSS: fixed ones as wide as said, growing ones at least that. */
export function columnTracks(columns: readonly Pick<Column<never>, 'widthPx' | 'isGrowing'>[]): string {
  return columns.map(({ widthPx, isGrowing }) => (isGrowing === true ? `minmax(${widthPx}px, ${widthPx}fr)` : `${widthPx}px`)).join(' ');
}
