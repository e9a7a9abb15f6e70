import type { DrawnKind } from './drawn-graph.ts';

/** The kinds of nodes in words. */
export const kindTitles: Readonly<Record<DrawnKind, string>> = {
  application: 'application',
  group: 'applications of one owner',
  name: 'external name',
  network: 'external network',
  address: 'address',
  machine: 'machine',
};
