import { Fragment, type ReactNode } from 'react';
import { PageLink } from '../links/page-link.tsx';
import { describeRange } from '../time-range/time-range.ts';
import { useTimeRange } from '../time-range/use-time-range.ts';
import { When } from '../time/when.tsx';
import type { Overview } from './overview.ts';
import css from './overview.module.css';
import { sayOverview } from './say-overview.ts';

/** The line on top, which a person can read aloud; its numbers lead to what is behind them. */
export function OverviewSentence({ overview }: { readonly overview: Overview }): ReactNode {
  const [range] = useTimeRange();
  return (
    <p className={css['sentence']}>
      {sayOverview(overview, describeRange(range)).map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence have no other identity
        <Fragment key={at}>
          {part.kind === 'time' && <When at={part.at} />}
          {part.kind === 'words' && part.text}
          {part.kind === 'link' && <PageLink place={part.place}>{part.text}</PageLink>}
        </Fragment>
      ))}
    </p>
  );
}
