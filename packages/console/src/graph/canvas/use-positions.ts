import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { roundsToSettle } from '../layout/force-settings.ts';
import { createKeptPositions } from '../layout/kept-positions.ts';
import { createLayoutClient, type LayoutClient } from '../layout/layout-client.ts';
import { layoutInput } from '../layout/layout-input.ts';
import { launchTree, type LaunchTree } from '../layout/launch-tree.ts';
// oxlint-disable-next-line import/default -- the build gives the worker's address, the linter looks at the worker itself
import layoutWorkerAddress from '../layout/layout.worker.ts?worker';
import type { Position } from '../layout/seeded-position.ts';
import { startingPositions } from '../layout/starting-positions.ts';
import type { DrawnGraph } from '../model/drawn-graph.ts';

export type Arrangement = 'map' | 'tree';

export interface Positions {
  /** Where nodes are now; nodes that the arrangement does not place are absent. */
  readonly current: () => ReadonlyMap<string, Position>;
  /** In the arrangement as a tree. */
  readonly tree: LaunchTree | undefined;
  /** Part of the layout that is done, below 1 while nodes still move. */
  readonly progress: number;
  /** Forgets where things were and lays out anew. */
  readonly again: () => void;
}

/** For the whole visit, shared by all pictures: an application stands where it stood on the last page. */
const kept = createKeptPositions(20_000);

/** Positions of what is drawn; `onMove` hears each step of the force layout, which runs in a worker. */
export function usePositions(
  drawn: DrawnGraph,
  arrangement: Arrangement,
  onMove: (positions: ReadonlyMap<string, Position>) => void,
): Positions {
  const client = useRef<LayoutClient>(undefined);
  const [progress, setProgress] = useState(1);
  const [attempt, setAttempt] = useState(0);
  const start = useMemo(() => {
    const isFresh = attempt > 0;
    return startingPositions(drawn.nodes, drawn.edges, isFresh ? () => undefined : kept.get);
  }, [drawn, attempt]);
  const tree = useMemo(
    () => (arrangement === 'tree' ? launchTree(drawn.edges.filter(({ kind }) => kind === 'launch')) : undefined),
    [drawn, arrangement],
  );

  useEffect(() => {
    const worker = new Worker(layoutWorkerAddress, { type: 'module' });
    client.current = createLayoutClient(worker);
    return () => client.current?.stop();
  }, []);

  useEffect(() => {
    if (arrangement !== 'map' || start.fixed.size === drawn.nodes.length) return undefined;
    const { nodes, edges } = drawn;
    client.current?.run(layoutInput(nodes, edges, start), roundsToSettle(nodes.length), ({ positions, roundsDone, rounds }) => {
      const moved = new Map(nodes.map(({ key }, at) => [key, { x: positions[at * 2] ?? 0, y: positions[at * 2 + 1] ?? 0 }]));
      for (const [key, position] of moved) kept.set(key, position);
      setProgress(roundsDone / rounds);
      onMove(moved);
    });
    return () => client.current?.cancel();
  }, [arrangement, drawn, start, onMove]);

  const current = useCallback(
    () => tree?.positions ?? new Map([...start.positions].map(([key, position]) => [key, kept.get(key) ?? position])),
    [tree, start],
  );
  return { current, tree, progress: arrangement === 'map' ? progress : 1, again: () => setAttempt((before) => before + 1) };
}
