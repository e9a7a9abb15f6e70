import { tableCodec, type TableState } from '../../table/table-state.ts';
import { allOf, oneOf, type UrlParams } from '../../url/params.ts';
import type { UrlCodec } from '../../url/use-url-state.ts';
import { edgeColumns } from '../model/edge-columns.tsx';
import type { SizeMeaning } from '../model/drawn-size.ts';

export const graphViews = ['map', 'launches', 'table'] as const;
export type GraphView = (typeof graphViews)[number];

/** Most nodes a person may ask for; the first is what is asked for when nothing is said. */
export const nodeCaps = [2_000, 5_000, 10_000] as const;

/** All that a person set on the graph page; it stands in the address. */
export interface GraphState {
  readonly view: GraphView;
  /** Filter and sort, shared by picture and table; its `row` is the chosen node or edge, whose dossier is open. */
  readonly table: TableState;
  /** Start of the one hour shown, ISO 8601; unset shows the whole time range. */
  readonly hour: string | undefined;
  readonly size: SizeMeaning;
  readonly isGrouped: boolean;
  readonly openOwners: readonly string[];
  readonly find: string;
  /** Only this node and its neighbours. */
  readonly around: string | undefined;
  readonly maxNodes: number;
}

const edgesCodec = tableCodec(edgeColumns, { column: 'sent', isDescending: true });

export const graphCodec: UrlCodec<GraphState> = {
  read: (params) => ({
    view: wordOf(params, 'view', graphViews) ?? 'map',
    table: edgesCodec.read(params),
    hour: readHour(oneOf(params, 'hour')),
    size: oneOf(params, 'size') === 'instances' ? 'instances' : 'traffic',
    isGrouped: oneOf(params, 'group') === 'owner',
    openOwners: allOf(params, 'open'),
    find: oneOf(params, 'find') ?? '',
    around: oneOf(params, 'around'),
    maxNodes: nodeCaps.find((cap) => String(cap) === oneOf(params, 'nodes')) ?? nodeCaps[0],
  }),
  write: (state) => ({
    ...edgesCodec.write(state.table),
    view: state.view === 'map' ? undefined : state.view,
    hour: state.hour,
    size: state.size === 'traffic' ? undefined : state.size,
    group: state.isGrouped ? 'owner' : undefined,
    open: state.openOwners,
    find: state.find,
    around: state.around,
    nodes: state.maxNodes === nodeCaps[0] ? undefined : String(state.maxNodes),
  }),
};

function wordOf<const W extends string>(params: UrlParams, name: string, words: readonly W[]): W | undefined {
  return words.find((word) => word === oneOf(params, name));
}

function readHour(text: string | undefined): string | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms - (ms % 3_600_000)).toISOString();
}
