import { err, nearestWord, ok, type Result } from '@weft/base';
import { noFailure, usageFailure, type Failure } from '../command/outcome.ts';

/** A thing that people name in more than one way: by id, by name, by the part of a secret that may be shown. */
export interface Named<Thing> {
  /** One word, such as `agent token`. */
  readonly kind: string;
  readonly names: (thing: Thing) => readonly string[];
  /** Command that lists them. */
  readonly list: string;
}

/** The one thing that a word means. */
export function findNamed<Thing>(things: readonly Thing[], word: string, named: Named<Thing>): Result<Thing, Failure> {
  const [first, ...others] = things.filter((thing) => named.names(thing).includes(word));
  if (first !== undefined && others.length === 0) return ok(first);
  if (first !== undefined)
    return err(usageFailure(`"${word}" fits ${others.length + 1} of them.`, `Name it by its id: \`${named.list}\`.`));
  const meant = nearestWord(word, things.flatMap(named.names));
  const mend = meant === undefined ? `See \`${named.list}\`.` : `Did you mean ${meant}?`;
  return err(noFailure(`there is no ${named.kind} "${word}".`, mend));
}
