import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';

export interface RowKeysOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Keys count wherever the focus is, as long as nobody types; otherwise only inside the grid. */
  readonly isForPage: boolean;
  readonly open: (at: number) => void;
  /** ← closes the branch of the row at hand, → opens it. */
  readonly fold: (at: number, isOpen: boolean) => void;
  readonly reveal: (at: number) => void;
}

const PAGE_ROWS = 20;

/** j/k and arrows, Home, End, Page Up and Down move through rows; Enter opens. Answers the row at hand. */
export function useRowKeys(options: RowKeysOptions): [number | undefined, (at: number) => void] {
  const { scroller, count, isForPage, open, fold, reveal } = options;
  const [activeAt, setActiveAt] = useState<number>();
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
    setActiveAt(next);
    reveal(next);
    scroller.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [activeAt !== undefined && activeAt < count ? activeAt : undefined, setActiveAt];
}

function isOurs(event: KeyboardEvent, scroller: HTMLElement | null, isForPage: boolean): boolean {
  if (event.defaultPrevented || isTyping(event) || !(event.target instanceof Node)) return false;
  if (scroller?.contains(event.target) === true) return true;
  return isForPage && (event.key === 'j' || event.key === 'k');
}

/** The row a key leads to, or nothing when the key is not one of ours. */
export function moveTo(key: string, at: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  const within = (to: number): number => Math.min(count - 1, Math.max(0, to));
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return within((at ?? -1) + 1);
    case 'k':
    case 'ArrowUp':
      return within((at ?? 1) - 1);
    case 'PageDown':
      return within((at ?? 0) + PAGE_ROWS);
    case 'PageUp':
      return within((at ?? 0) - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
