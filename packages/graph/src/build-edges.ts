import type { GraphEdge } from '@weft/schema';
import { compareText, earlier, later, mostMachines, sumOf } from './fold.ts';
import type { Observation } from './observation.ts';

/** Sums observations of one (kind, source, target, port). Sorted by key: the order of the observations does not matter. */
export function buildEdges(observations: readonly Observation[]): GraphEdge[] {
  return [...Map.groupBy(observations, edgeKey)].map(([key, group]) => buildEdge(key, group)).sort((a, b) => compareText(a.key, b.key));
}

/** `connection:app:…>name:…:443`: the same in every hour, whoever saw it. */
function edgeKey(observation: Observation): string {
  const { kind, source, target, row } = observation;
  return `${kind}:${source.replaceAll('>', '%3E')}>${target}:${row.port}`;
}

function buildEdge(key: string, group: readonly Observation[]): GraphEdge {
  const [{ kind, source, target, row }] = nonEmpty(group);
  const machines = new Set(group.flatMap((each) => [each.sourceMachine, each.targetMachine, each.row.machineId]));
  return {
    key,
    kind,
    source,
    target,
    ...(row.port === 0 ? {} : { port: row.port }),
    events: sumOf(group, (each) => each.row.events),
    failed: sumOf(group, (each) => each.row.failed),
    sentBytes: sumOf(group, (each) => each.row.sentBytes),
    receivedBytes: sumOf(group, (each) => each.row.receivedBytes),
    instances: sumOf(group, (each) => each.row.instances),
    ...mostMachines(machines),
    firstAt: group.map((each) => each.row.firstAt).reduce(earlier),
    lastAt: group.map((each) => each.row.lastAt).reduce(later),
    isNew: group.every((each) => each.isNew),
  };
}

function nonEmpty<T>(group: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('a group of Map.groupBy is never empty');
  return [first, ...rest];
}
