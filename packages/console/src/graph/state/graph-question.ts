import type { GraphEdge } from '@weft/schema';
import type { InputOf } from '../../data/api.ts';
import type { ResolvedRange } from '../../time-range/time-range.ts';
import type { GraphState } from './graph-state.ts';

const hourMs = 3_600_000;
const edgeKinds = ['launch', 'connection', 'dns'] as const satisfies readonly GraphEdge['kind'][];

/**
 * What to ask the server for. It keeps only the heaviest nodes, so what it can filter by itself is sent along, else a filter
 * would search among the heavy ones only; all conditions are applied to the answer again.
 */
export function graphQuestion(state: GraphState, machineIds: ReadonlyMap<string, string>, range: ResolvedRange): InputOf<'getGraph'> {
  const machine = valueOf(state, 'machine');
  const owner = valueOf(state, 'owner');
  const kinds = edgeKinds.filter((kind) => isKindAsked(state, kind));
  return {
    ...(state.hour === undefined ? range : oneHour(state.hour)),
    ...(machine === undefined ? {} : { machine: machineIds.get(machine) ?? machine }),
    ...(owner === undefined ? {} : { owner }),
    ...(kinds.length === edgeKinds.length || kinds.length === 0 ? {} : { kinds: kinds.join(',') }),
    ...(state.around === undefined ? {} : { around: state.around }),
    maxNodes: state.maxNodes,
  };
}

function oneHour(hour: string): ResolvedRange {
  return { from: hour, to: new Date(Date.parse(hour) + hourMs).toISOString() };
}

function valueOf(state: GraphState, field: string): string | undefined {
  return state.table.filters.find((filter) => filter.field === field && filter.operator === 'is')?.value;
}

function isKindAsked(state: GraphState, kind: string): boolean {
  return state.table.filters.every(({ field, operator, value }) => {
    if (field !== 'kind') return true;
    return operator === 'is' ? value === kind : operator !== 'is not' || value !== kind;
  });
}
