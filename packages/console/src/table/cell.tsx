import { unreachable } from '@weft/base';
import type { ReactNode } from 'react';
import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import { formatPercent } from '../format/percent.ts';
import { When } from '../time/when.tsx';
import { textsOf, type CellKind, type CellValue } from './column.ts';
import css from './data-table.module.css';

/** A value as its kind is shown. Unknown is a dash, never zero. */
export function Cell({ kind, value }: { readonly kind: CellKind; readonly value: CellValue }): ReactNode {
  if (value === undefined || value === '') return <span className={css['unknown']}>–</span>;
  const text = textsOf(value).join(', ');
  switch (kind) {
    case 'text':
    case 'texts':
      return <span title={text}>{text}</span>;
    case 'code':
      return (
        <span className={css['code']} title={text}>
          {text}
        </span>
      );
    case 'count':
      return formatCount(Number(value));
    case 'number':
      return text;
    case 'bytes':
      return <span title={`${formatCount(Number(value))} bytes`}>{formatBytes(Number(value))}</span>;
    case 'percent':
      return formatPercent(Number(value));
    case 'time':
      return <When at={text} />;
    default:
      return unreachable(kind);
  }
}
