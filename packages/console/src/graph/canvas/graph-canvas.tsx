import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, type ReactNode } from 'react';
import type { Position } from '../layout/seeded-position.ts';
import type { DrawnGraph } from '../model/drawn-graph.ts';
import type { SizeMeaning } from '../model/drawn-size.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { composeScene } from './compose-scene.ts';
import css from './graph-canvas.module.css';
import { createGraphRenderer, type GraphRenderer, type Picked } from './graph-renderer.ts';
import { palettes } from './palette.ts';
import { usePositions, type Arrangement } from './use-positions.ts';

export interface GraphCanvasProps {
  readonly drawn: DrawnGraph;
  readonly arrangement: Arrangement;
  readonly size: SizeMeaning;
  /** Part of a page's room that the picture has, 0 to 1; sizes and names go by it. */
  readonly room?: number;
  /** Key of a drawn node or edge. */
  readonly selected: string | undefined;
  readonly found: ReadonlySet<string>;
  /** Node brought to the middle whenever this changes. */
  readonly centre: string | undefined;
  /** In words, for those who do not see the picture. */
  readonly description: string;
  readonly onPick: (picked: Picked) => void;
  /** A double click on a node. */
  readonly onOpen?: (nodeKey: string) => void;
}

/** The picture. Its state is the page's; only the camera and the places of nodes are its own. */
export function GraphCanvas({
  drawn,
  arrangement,
  size,
  room = 1,
  selected,
  found,
  centre,
  description,
  onPick,
  onOpen,
}: GraphCanvasProps): ReactNode {
  const palette = palettes[useComputedColorScheme('light')];
  const container = useRef<HTMLDivElement>(null);
  const renderer = useRef<GraphRenderer>(undefined);
  const move = useCallback((positions: ReadonlyMap<string, Position>) => renderer.current?.move(positions), []);
  const { current, tree, progress, again } = usePositions(drawn, arrangement, move);
  const pick = useEffectEvent(onPick);
  const open = useEffectEvent((key: string) => onOpen?.(key));

  const start = useEffectEvent((element: HTMLElement) => createGraphRenderer(element, palette, { onPick: pick, onDoublePick: open }));
  useEffect(() => {
    if (container.current === null) return undefined;
    const made = start(container.current);
    renderer.current = made;
    return () => made.kill();
  }, []);

  const isTree = arrangement === 'tree';
  const emphasis = useMemo(() => ({ selected, found }), [selected, found]);
  useEffect(() => {
    renderer.current?.show(composeScene({ drawn, positions: current(), size, emphasis, palette, room, tree }));
  }, [drawn, current, size, emphasis, palette, room, tree]);
  const isDrawn = drawn.nodes.length > 0;
  const root = tree?.mainRoot;
  useEffect(() => {
    if (!isDrawn) return;
    if (root === undefined) renderer.current?.fit();
    else renderer.current?.readFrom(root);
  }, [root, isDrawn]);
  useEffect(() => {
    if (centre !== undefined) renderer.current?.centreOn(centre);
  }, [centre]);

  return (
    <div className={css['frame']}>
      <div ref={container} className={css['picture']} role="img" aria-label={description} />
      <CanvasControls
        progress={progress}
        canLayOut={!isTree}
        onZoom={(direction) => renderer.current?.zoom(direction)}
        onFit={() => renderer.current?.fit()}
        onLayOut={again}
      />
    </div>
  );
}
