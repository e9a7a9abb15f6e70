import { useState, type ReactNode } from 'react';
import { nodePlace } from '../dossier/node-place.ts';
import { GraphCanvas } from '../graph/canvas/graph-canvas.tsx';
import { hasWebGl } from '../graph/canvas/has-webgl.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { useGo } from '../links/use-go.ts';
import { Empty } from '../states/empty.tsx';
import css from './application-page.module.css';
import type { NeighbourData } from './use-neighbours.ts';

export interface NeighbourGraphProps {
  readonly applicationKey: string;
  readonly neighbours: NeighbourData;
}

const nothingFound: ReadonlySet<string> = new Set();

/** The application in the middle of what it launches and talks to; a click goes to the neighbour's page. */
export function NeighbourGraph({ applicationKey, neighbours: { answer, drawn } }: NeighbourGraphProps): ReactNode {
  const go = useGo();
  const [canDraw] = useState(() => hasWebGl(document));
  const key = `app:${applicationKey}`;
  const isAlone = answer.kind === 'ready' && drawn.edges.length === 0;
  return (
    <section className={css['picture']} aria-label="Neighbours">
      {isAlone && canDraw && (
        <Empty
          title="No neighbours"
          why="In this time range it launched nothing, was launched by nothing, and opened no connection that was seen."
        />
      )}
      {!canDraw && <Empty title="This browser cannot draw the picture" why="It has no WebGL. The tables below have the same in words." />}
      {!isAlone && canDraw && (
        <>
          <PageLink place={places.graph({ around: key, row: key })} className={css['more']}>
            Open in the graph
          </PageLink>
          <GraphCanvas
            drawn={drawn}
            arrangement="map"
            size="traffic"
            room={0.3}
            selected={undefined}
            found={nothingFound}
            centre={undefined}
            description={`Neighbours of the application: ${drawn.nodes.length - 1}. The table below has the same in words.`}
            onPick={(picked) => {
              const node = picked.kind === 'node' ? drawn.nodes.find((one) => one.key === picked.key)?.members[0] : undefined;
              if (node !== undefined && node.key !== key) go(nodePlace(node));
            }}
          />
        </>
      )}
    </section>
  );
}
