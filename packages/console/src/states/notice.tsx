import { IconAlertTriangle, IconInfoCircle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

/** `bad`: something does not work. `warn`: it works, but what is shown is less than the truth. `info`: neither. */
export type Tone = 'bad' | 'warn' | 'info';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}

const icons = { bad: IconPlugConnectedX, warn: IconAlertTriangle, info: IconInfoCircle } as const satisfies Record<Tone, unknown>;

/** Words that stand in the way of a page's figures, so that nobody reads those without them. */
export function Notice({ tone, title, children }: NoticeProps): ReactNode {
  const Icon = icons[tone];
  return (
    <div className={css['notice']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.8} className={css['icon']} aria-hidden />
      <div>
        {title !== undefined && <strong>{title}. </strong>}
        {children}
      </div>
    </div>
  );
}
