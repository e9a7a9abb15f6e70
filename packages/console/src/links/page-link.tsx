import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Place } from './place.ts';
import css from './page-link.module.css';
import { carryRange } from './use-go.ts';

export interface PageLinkProps {
  readonly place: Place;
  readonly children: ReactNode;
  readonly title?: string | undefined;
  /** `plain` takes the colour of what is around it; the usual one looks like a link. */
  readonly look?: 'link' | 'plain';
  readonly className?: string | undefined;
}

/** A link inside the console; carries the time range along. */
export function PageLink({ place, children, title, look = 'link', className }: PageLinkProps): ReactNode {
  return (
    <Link to={place.path} search={carryRange(place)} title={title} className={`${css[look]} ${className ?? ''}`}>
      {children}
    </Link>
  );
}
