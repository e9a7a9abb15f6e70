import { places, type Place } from '../links/place.ts';

/** `g` and then this letter goes to the page. */
export interface GoKey {
  readonly letter: string;
  readonly title: string;
  readonly place: Place;
}

export const goKeys: readonly GoKey[] = [
  { letter: 'o', title: 'Overview', place: places.overview() },
  { letter: 'g', title: 'Graph', place: places.graph() },
  { letter: 'm', title: 'Machines', place: places.machines() },
  { letter: 'a', title: 'Applications', place: places.applications() },
  { letter: 's', title: 'Settings', place: places.settings() },
];

/** What the other keys do, for the help overlay. */
export const keyHelp: readonly { readonly keys: readonly string[]; readonly title: string }[] = [
  { keys: ['/'], title: 'Search everything' },
  { keys: ['f'], title: 'Filter this page' },
  { keys: ['j', '↓'], title: 'Next row' },
  { keys: ['k', '↑'], title: 'Previous row' },
  { keys: ['Home', 'End'], title: 'First or last row' },
  { keys: ['Enter'], title: 'Open the row' },
  { keys: ['←', '→'], title: 'Close or open a branch of a tree' },
  { keys: ['Esc'], title: 'Close what is open' },
  { keys: ['?'], title: 'This help' },
];
