import { unreachable } from '@weft/base';
import type { AnswerOf } from '../data/api.ts';
import { goKeys } from '../keyboard/shortcuts.ts';
import { applicationLabel } from '../links/application-label.ts';
import { ownerWords } from '../links/owner-words.ts';
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

/** What was found, in words, with its page. */
export function optionOfHit(hit: SearchHit): SearchOption {
  const { kind, id, label, detail } = hit;
  const words = kind === 'application' ? applicationWords(id, detail) : { label, detail };
  return { key: `${kind} ${id}`, kind, ...words, place: placeOfHit(hit) };
}

function applicationWords(key: string, detail: string): { readonly label: string; readonly detail: string } {
  const { program, owner } = applicationLabel(key);
  return { label: program, detail: owner === '' ? detail : `${ownerWords(owner)} · ${detail}` };
}

/** Addresses, names and users have no page of their own: the graph shows them with what they touch. */
function placeOfHit(hit: SearchHit): Place {
  switch (hit.kind) {
    case 'machine':
      return places.machine(hit.id);
    case 'application':
      return places.application(hit.id);
    case 'container':
      return hit.machineId === undefined
        ? places.graph({ find: hit.label })
        : places.machine(hit.machineId, 'processes', hit.id.slice(0, 12));
    case 'address':
    case 'name':
      return places.around(hit.id);
    case 'user':
      return places.graph({ where: [`user is ${hit.label}`] });
    default:
      return unreachable(hit.kind);
  }
}
