import type { ReactNode } from 'react';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import css from './dossier.module.css';

/** `1.5 KiB (1,536 bytes)`: readable, and exact for those who compare. */
export function ExactBytes({ bytes }: { readonly bytes: number }): ReactNode {
  if (bytes < 1024) return `${formatCount(bytes)} bytes`;
  return (
    <>
      {formatBytes(bytes)} <span className={css['exact']}>({formatCount(bytes)} bytes)</span>
    </>
  );
}
