import type { CSSProperties } from 'react';
import type { Column } from './column.ts';

/**
 * The grid's columns for CSS: fixed ones as wide as said, growing ones at least that. Header and rows are grids of their
 * own, so all get the same least width; what does not fit is scrolled to.
 */
export function columnTracks(columns: readonly Pick<Column<never>, 'widthPx' | 'isGrowing'>[]): CSSProperties {
  const tracks = columns.map(({ widthPx, isGrowing }) => (isGrowing === true ? `minmax(${widthPx}px, ${widthPx}fr)` : `${widthPx}px`));
  return { gridTemplateColumns: tracks.join(' '), minWidth: columns.reduce((sum, { widthPx }) => sum + widthPx, 0) };
}
