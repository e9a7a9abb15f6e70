import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useGo } from '../links/use-go.ts';
import { isTyping } from './is-typing.ts';
import { goKeys } from './shortcuts.ts';

/** How long after `g` its letter counts. */
const CHORD_MS = 1500;

/** The keys that work on every page. Answers whether the help is open. */
export function useShortcuts(): [boolean, (isOpen: boolean) => void] {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const chordUntilMs = useRef(0);
  const go = useGo();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
    const isChord = event.timeStamp < chordUntilMs.current;
    chordUntilMs.current = event.key === 'g' && !isChord ? event.timeStamp + CHORD_MS : 0;
    if (isChord) {
      const target = goKeys.find(({ letter }) => letter === event.key);
      if (target !== undefined) go(target.place);
      return;
    }
    if (event.key === '?') setHelpOpen(true);
    else if (event.key === '/') focusField(event, '[data-search-input]');
    else if (event.key === 'f') focusField(event, '[data-filter-input]');
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [isHelpOpen, setHelpOpen];
}

function focusField(event: KeyboardEvent, selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
}
