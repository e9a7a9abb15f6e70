import { unreachable } from '@weft/base';
import type { AnswerOf } from '../data/api.ts';
import { goKeys } from '../keyboard/shortcuts.ts';
import { places, type Place } from '../links/place.ts';

export type SearchHit = AnswerOf<'search'>['hits'][number];

export interface SearchOption {
  readonly key: string;
  readonly kind: SearchHit['kind'] | 'page';
  readonly label: string;
  readonly detail: string;
  readonly place: Place;
}

/** Pages whose title begins with the text; all of them for no text, as a map of the console. */
export function pagesMatching(text: string): readonly SearchOption[] {
  const typed = text.trim().toLowerCase();
  const pages = goKeys.filter(({ title }) => title.toLowerCase().startsWith(typed));
  return pages.map(({ title, place, letter }) => ({ key: `page ${title}`, kind: 'page', label: title, detail: `g ${letter}`, place }));
}

/** The page of what was found. Addresses, names and users have no page of their own yet: the graph shows them with what they touch. */
export function placeOfHit(hit: SearchHit): Place {
  switch (hit.kind) {
    case 'machine':
      return places.machine(hit.id);
    case 'application':
      return places.application(hit.id);
    case 'container':
    case 'address':
    case 'name':
    case 'user':
      return places.graph({ q: hit.label });
    default:
      return unreachable(hit.kind);
  }
}
