import { Link, useRouterState } from '@tanstack/react-router';
import { IconApps, IconHome, IconServer2, IconSettings, IconTopologyStar3, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { places, type Place } from '../links/place.ts';
import { carryRange } from '../links/use-go.ts';
import markUrl from '../theme/mark.svg';
import css from './shell.module.css';
import { SilentMachines } from './silent-machines.tsx';

interface RailEntry {
  readonly title: string;
  readonly icon: Icon;
  readonly place: Place;
  /** Other pages that belong to it, beside the ones below its own path. */
  readonly also?: string;
  readonly count?: () => ReactNode;
}

const entries: readonly RailEntry[] = [
  { title: 'Overview', icon: IconHome, place: places.overview() },
  { title: 'Graph', icon: IconTopologyStar3, place: places.graph() },
  { title: 'Machines', icon: IconServer2, place: places.machines(), count: SilentMachines },
  { title: 'Applications', icon: IconApps, place: places.applications(), also: '/application' },
  { title: 'Settings', icon: IconSettings, place: places.settings() },
];

/** The way to all pages. */
export function Rail(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={css['rail']} aria-label="Pages">
      <div className={css['brand']}>
        <img src={markUrl} alt="" width={22} height={22} /> Weft
      </div>
      {entries.map((entry) => (
        <RailLink key={entry.title} entry={entry} isCurrent={isWithin(path, entry)} />
      ))}
    </nav>
  );
}

function isWithin(path: string, { place, also }: RailEntry): boolean {
  return path === place.path || path === also || (place.path !== '/' && path.startsWith(`${place.path}/`));
}

/** The router's own mark goes by the path alone; ours knows which pages belong together. */
const noMark = { 'aria-current': undefined } as const;

function RailLink({ entry, isCurrent }: { readonly entry: RailEntry; readonly isCurrent: boolean }): ReactNode {
  const { title, icon: EntryIcon, place, count: Count } = entry;
  return (
    <Link
      to={place.path}
      search={carryRange(place)}
      className={css['entry']}
      activeProps={noMark}
      data-current={isCurrent || undefined}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <EntryIcon size={18} stroke={1.6} aria-hidden /> {title}
      {Count !== undefined && <Count />}
    </Link>
  );
}
