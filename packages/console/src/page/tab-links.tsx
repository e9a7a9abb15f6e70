import type { ReactNode } from 'react';
import { PageLink } from '../links/page-link.tsx';
import type { Place } from '../links/place.ts';
import css from './page.module.css';

export interface TabLinksProps {
  readonly label: string;
  readonly current: string;
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly place: Place }[];
}

/** Tabs that are links: each has an address, so they open in a new browser tab and the Back button knows them. */
export function TabLinks({ label, current, tabs }: TabLinksProps): ReactNode {
  return (
    <nav className={css['tabs']} aria-label={label}>
      {tabs.map(({ id, title, place }) => (
        <PageLink
          key={id}
          place={place}
          look="plain"
          className={`${css['tab'] ?? ''} ${id === current ? (css['current'] ?? '') : ''}`}
          isCurrent={id === current}
        >
          {title}
        </PageLink>
      ))}
    </nav>
  );
}
