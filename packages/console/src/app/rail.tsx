import { Link } from '@tanstack/react-router';
import { IconApps, IconHome, IconServer2, IconSettings, IconTopologyStar3, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { carryRange } from '../links/use-go.ts';
import { places, type Place } from '../links/place.ts';
import markUrl from '../theme/mark.svg';
import css from './shell.module.css';

interface RailEntry {
  readonly title: string;
  readonly icon: Icon;
  readonly place: Place;
  /** Lit on these paths and all below. */
  readonly paths: readonly string[];
}

const entries: readonly RailEntry[] = [
  { title: 'Overview', icon: IconHome, place: places.overview(), paths: [] },
  { title: 'Graph', icon: IconTopologyStar3, place: places.graph(), paths: ['/graph'] },
  { title: 'Machines', icon: IconServer2, place: places.machines(), paths: ['/machines'] },
  { title: 'Applications', icon: IconApps, place: places.applications(), paths: ['/applications', '/application'] },
  { title: 'Settings', icon: IconSettings, place: places.settings(), paths: ['/settings'] },
];

/** The way to all pages. */
export function Rail(): ReactNode {
  return (
    <nav className={css['rail']} aria-label="Pages">
      <div className={css['brand']}>
        <img src={markUrl} alt="" width={22} height={22} /> Weft
      </div>
      {entries.map((entry) => (
        <RailLink key={entry.title} entry={entry} />
      ))}
    </nav>
  );
}

function RailLink({ entry }: { readonly entry: RailEntry }): ReactNode {
  const { title, icon: EntryIcon, place } = entry;
  return (
    <Link
      to={place.path}
      search={carryRange(place)}
      className={css['entry']}
      activeOptions={{ exact: place.path === '/', includeSearch: false }}
    >
      <EntryIcon size={18} stroke={1.6} aria-hidden /> {title}
    </Link>
  );
}
