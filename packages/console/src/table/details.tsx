import { CloseButton } from '@mantine/core';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';
import css from './data-table.module.css';

/** Beside the table: all about the selected row. Esc closes it. */
export function Details({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }): ReactNode {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event)) onClose();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside className={css['details']} aria-label="Details of the selected row">
      <CloseButton className={css['close']} aria-label="Close details" onClick={onClose} />
      {children}
    </aside>
  );
}
