import type { AssembledGraph, GraphFilter, GraphRows } from '@weft/graph';

/** What the assembling thread is given. */
export interface AssemblyTask {
  readonly id: number;
  readonly rows: GraphRows;
  readonly filter: GraphFilter;
}

/** What it answers. */
export type AssemblyOutcome =
  | { readonly id: number; readonly kind: 'assembled'; readonly graph: AssembledGraph }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
