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
  /** The place one is at, among others of its kind. */
  readonly isCurrent?: boolean;
}

/** The router would mark every link whose path is shown, whatever its query. */
const noProps = { 'aria-current': undefined } as const;

/** A link inside the console; carries the time range along. */
export function PageLink({ place, children, title, look = 'link', className, isCurrent = false }: PageLinkProps): ReactNode {
  return (
    <Link
      to={place.path}
      search={carryRange(place)}
      title={title}
      className={`${css[look]} ${className ?? ''}`}
      aria-current={isCurrent ? 'page' : undefined}
      activeProps={noProps}
    >
      {children}
    </Link>
  );
}
