import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';
import { locateRow, type MarkedRow } from './locate-row.ts';
import { moveTo } from './move-to.ts';

export interface RowKeysOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly keyAt: (at: number) => string | undefined;
  /** Keys count wherever the focus is, as long as nobody types; otherwise only inside the grid. */
  readonly isForPage: boolean;
  readonly open: (at: number) => void;
  /** ← closes the branch of the row at hand, → opens it. */
  readonly fold: (at: number, isOpen: boolean) => void;
  readonly reveal: (at: number) => void;
}

/**
 * j/k and arrows, Home, End, Page Up and Down move through rows; Enter opens. Answers the row at hand, which stays the same
 * row when a refresh puts others above it.
 */
export function useRowKeys(options: RowKeysOptions): [number | undefined, (at: number) => void] {
  const { scroller, count, keyAt, isForPage, open, fold, reveal } = options;
  const [marked, setMarked] = useState<MarkedRow>();
  const activeAt = locateRow(marked, count, keyAt);
  const mark = (at: number): void => setMarked({ at, key: keyAt(at) });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isOurs(event, scroller.current, isForPage)) return;
    if (event.key === 'Enter') {
      if (activeAt === undefined || event.target !== scroller.current) return;
      event.preventDefault();
      open(activeAt);
      return;
    }
    if (activeAt !== undefined && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      fold(activeAt, event.key === 'ArrowRight');
      return;
    }
    const next = moveTo(event.key, activeAt, count);
    if (next === undefined) return;
    event.preventDefault();
    mark(next);
    reveal(next);
    scroller.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [activeAt, mark];
}

function isOurs(event: KeyboardEvent, scroller: HTMLElement | null, isForPage: boolean): boolean {
  if (event.defaultPrevented || isTyping(event) || !(event.target instanceof Node)) return false;
  if (scroller?.contains(event.target) === true) return true;
  return isForPage && (event.key === 'j' || event.key === 'k');
}
