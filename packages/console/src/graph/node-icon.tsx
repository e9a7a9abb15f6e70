import type { ReactNode } from 'react';
import { shapeOf } from './canvas/scene.ts';
import type { NodeShape } from './canvas/shape-shaders.ts';
import type { DrawnKind } from './model/drawn-graph.ts';

const outlines: Readonly<Record<NodeShape, ReactNode>> = {
  circle: <circle cx="6" cy="6" r="5" />,
  ring: (
    <path
      fillRule="evenodd"
      d="M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 .9a4.1 4.1 0 1 0 0 8.2 4.1 4.1 0 0 0 0-8.2Zm0 1a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2Z"
    />
  ),
  square: <rect x="1.5" y="1.5" width="9" height="9" rx="2" />,
  hexagon: <path d="M3.2 1.5h5.6L11.5 6l-2.7 4.5H3.2L.5 6Z" />,
};

/** The shape a node of this kind has in the picture. */
export function NodeIcon({ kind, isNew = false }: { readonly kind: DrawnKind; readonly isNew?: boolean }): ReactNode {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden fill={isNew ? 'var(--mantine-primary-color-filled)' : 'var(--weft-quiet)'}>
      {outlines[shapeOf[kind]]}
    </svg>
  );
}
