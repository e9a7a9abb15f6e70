import type { ReactNode } from 'react';
import { formatExactTime, formatRelativeTime } from '../format/time.ts';
import { useNow } from './use-now.ts';

/** An instant as distance from now; the exact one on hover. */
export function When({ at }: { readonly at: string }): ReactNode {
  const nowMs = useNow();
  return (
    <time dateTime={at} title={formatExactTime(at)}>
      {formatRelativeTime(at, nowMs)}
    </time>
  );
}
