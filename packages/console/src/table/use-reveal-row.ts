import { useEffect, useEffectEvent } from 'react';
import type { TreeLine } from './arrange-tree.ts';

/** Scrolls to the selected row when the address names another one, as a link to a parent process does. */
export function useRevealRow<Row>(
  selected: string | undefined,
  lines: readonly TreeLine<Row>[],
  keyOf: (row: Row) => string,
  reveal: (at: number) => void,
): void {
  const onSelected = useEffectEvent((key: string) => {
    const at = lines.findIndex(({ row }) => keyOf(row) === key);
    if (at !== -1) reveal(at);
  });
  useEffect(() => {
    if (selected !== undefined) onSelected(selected);
  }, [selected]);
}
