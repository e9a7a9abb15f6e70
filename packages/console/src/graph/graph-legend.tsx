import type { ReactNode } from 'react';
import { NodeIcon } from './node-icon.tsx';
import css from './graph-page.module.css';
import type { DrawnGraph, DrawnKind } from './model/drawn-graph.ts';
import { kindTitles } from './model/kind-titles.ts';

const order: readonly DrawnKind[] = ['application', 'group', 'name', 'network', 'machine', 'address'];

/** What the shapes mean; only those that are in the picture, and shapes that are shared named together. */
export function GraphLegend({ drawn }: { readonly drawn: DrawnGraph }): ReactNode {
  const present = new Set(drawn.nodes.map(({ kind }) => kind));
  const hasNew = drawn.nodes.some(({ isNew }) => isNew) || drawn.edges.some(({ isNew }) => isNew);
  return (
    <ul className={css['legend']} aria-label="Legend">
      {order
        .filter((kind) => present.has(kind))
        .map((kind) => (
          <li key={kind}>
            <NodeIcon kind={kind} />
            {kindTitles[kind]}
          </li>
        ))}
      {hasNew && (
        <li>
          <NodeIcon kind="application" isNew />
          new
        </li>
      )}
    </ul>
  );
}
