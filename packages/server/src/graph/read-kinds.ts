import { err, ok, type Result } from '@weft/base';
import type { EdgeKind, EdgeRow } from '@weft/graph';
import { refuse, type Refusal } from '../http/refusal.ts';

/** Types of `edge_hour` behind each kind of edge. */
const typesOf: Readonly<Record<EdgeKind, readonly EdgeRow['type'][]>> = {
  launch: ['launch'],
  connection: ['connect', 'accept'],
  dns: ['dns'],
};

const allKinds: readonly EdgeKind[] = ['launch', 'connection', 'dns'];

export interface Kinds {
  readonly kinds: ReadonlySet<EdgeKind>;
  readonly types: readonly EdgeRow['type'][];
}

/** Reads `launch,dns`; unset or empty is every kind. */
export function readKinds(text: string | undefined): Result<Kinds, Refusal> {
  const words = (text ?? '').split(',').filter((word) => word !== '');
  const kinds = words.length === 0 ? allKinds : allKinds.filter((kind) => words.includes(kind));
  const unknown = words.find((word) => !allKinds.some((kind) => kind === word));
  if (unknown !== undefined) {
    return err(refuse('invalid', { problems: [`query.kinds: unknown kind "${unknown.slice(0, 40)}"; known are ${allKinds.join(', ')}`] }));
  }
  return ok({ kinds: new Set(kinds), types: kinds.flatMap((kind) => typesOf[kind]) });
}
