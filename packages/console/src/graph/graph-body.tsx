import { Anchor } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Empty } from '../states/empty.tsx';
import { Trouble } from '../states/trouble.tsx';
import { GraphCanvas } from './canvas/graph-canvas.tsx';
import { hasWebGl } from './canvas/has-webgl.ts';
import { FindBox } from './find-box.tsx';
import { GraphLegend } from './graph-legend.tsx';
import css from './graph-page.module.css';
import { GraphTable } from './graph-table.tsx';
import type { DrawnNode } from './model/drawn-graph.ts';
import { drawnKeyOf, type Selection } from './model/selection.ts';
import type { GraphState } from './state/graph-state.ts';
import type { GraphData } from './state/use-graph.ts';

export interface GraphBodyProps {
  readonly state: GraphState;
  readonly setState: (next: GraphState, step?: 'push' | 'replace') => void;
  readonly data: GraphData;
  readonly selection: Selection | undefined;
  readonly found: readonly DrawnNode[];
  /** Which of the found ones is in the middle, counted round. */
  readonly foundAt: number;
  readonly onFoundAt: (at: number) => void;
  readonly onChoose: (key: string | undefined) => void;
}

/** The table, or the picture with what is laid over it. */
export function GraphBody(props: GraphBodyProps): ReactNode {
  if (props.state.view === 'table') {
    return (
      <div className={css['body']}>
        <GraphTable {...props} />
      </div>
    );
  }
  return (
    <div className={css['body']} data-picture>
      <Picture {...props} />
    </div>
  );
}

function Picture(props: GraphBodyProps): ReactNode {
  const { answer, drawn } = props.data;
  const [canDraw] = useState(() => hasWebGl(document));
  if (!canDraw) return <NoWebGl {...props} />;
  return (
    <>
      {answer.kind === 'loading' && <div className={css['notice']} data-loading role="status" aria-label="Loading the graph" />}
      {answer.kind === 'failed' && (
        <div className={css['notice']}>
          <Trouble error={answer.error} retry={answer.retry} />
        </div>
      )}
      {answer.kind === 'ready' && answer.trouble !== undefined && <Trouble error={answer.trouble} retry={answer.retry} isStillShown />}
      {answer.kind === 'ready' && drawn.nodes.length === 0 && (
        <div className={css['notice']}>
          <NothingDrawn isFiltered={answer.value.totalNodes > 0} />
        </div>
      )}
      <Drawing {...props} />
      {drawn.nodes.length > 0 && (
        <>
          <GraphLegend drawn={drawn} />
          <FindBox {...props} />
        </>
      )}
    </>
  );
}

function Drawing({ state, setState, data, selection, found, foundAt, onChoose }: GraphBodyProps): ReactNode {
  const { drawn } = data;
  const foundKeys = useMemo(() => new Set(found.map(({ key }) => key)), [found]);
  return (
    <GraphCanvas
      drawn={drawn}
      arrangement={state.view === 'launches' ? 'tree' : 'map'}
      size={state.size}
      selected={drawnKeyOf(selection)}
      found={foundKeys}
      centre={found.length === 0 ? undefined : found[foundAt % found.length]?.key}
      description={`Graph of ${drawn.nodes.length} nodes and ${drawn.edges.length} edges; the table view has the same in words.`}
      onPick={(picked) => onChoose(picked.kind === 'nothing' ? undefined : picked.key)}
      onOpen={(key) => {
        const owner = drawn.nodes.find((node) => node.key === key && node.kind === 'group')?.owner;
        if (owner !== undefined)
          setState({ ...state, openOwners: [...state.openOwners, owner], table: { ...state.table, row: undefined } });
      }}
    />
  );
}

function NothingDrawn({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  if (isFiltered) return <Empty title="Nothing fits the filter" why="Remove a condition, or widen the time range." />;
  return (
    <Empty
      title="No graph in this time range"
      why="The graph is drawn from what agents report: programs started, connections, names asked. The first edges show about a minute after an agent starts. Widen the time range, or look whether the agents run:"
      command="./weft status"
    />
  );
}

function NoWebGl({ state, setState }: GraphBodyProps): ReactNode {
  return (
    <Empty
      title="This browser cannot draw the picture"
      why={
        <>
          It has no WebGL: it is switched off, or this is a virtual machine without it. The{' '}
          <Anchor component="button" onClick={() => setState({ ...state, view: 'table' })}>
            table has all of the graph
          </Anchor>
          .
        </>
      }
    />
  );
}
