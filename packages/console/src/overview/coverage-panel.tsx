import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import type { Overview } from './overview.ts';
import css from './overview.module.css';
import { Panel } from './panel.tsx';

/** Machines by the state of their agents. */
export function CoveragePanel({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  if (overview === undefined) return <Panel title="Coverage">{<Skeleton height={88} />}</Panel>;
  const { active, inactive, degraded } = overview.machines;
  const rows = [
    {
      title: 'Report, and see everything',
      count: active - degraded,
      look: 'good',
      where: ['status is ACTIVE', 'sees is everything'],
    },
    { title: 'Report, but cannot watch something', count: degraded, look: 'warn', where: ['status is ACTIVE', 'sees is not everything'] },
    { title: 'Silent for 5 minutes or more', count: inactive, look: 'bad', where: ['status is INACTIVE'] },
  ];
  const all = Math.max(1, active + inactive);
  return (
    <Panel title="Coverage">
      <div className={css['share']} aria-hidden>
        {rows.map(
          ({ title, count, look }) => count > 0 && <span key={title} className={css[look]} style={{ width: `${(count / all) * 100}%` }} />,
        )}
      </div>
      <ul className={css['list']}>
        {rows.map(({ title, count, look, where }) => (
          <li key={title} className={css['line']}>
            <span className={css['name']}>
              <span className={`${css['key'] ?? ''} ${css[look] ?? ''}`} aria-hidden />{' '}
              <PageLink place={places.machines(where)}>{title}</PageLink>
            </span>
            <span className={css['when']}>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
