import type { GraphNode } from '@weft/schema';
import { describeNode, type NodeDescription } from './describe-node.ts';
import { compareText, earlier, later, mostMachines, sumOf } from './fold.ts';
import type { GraphRows, NodeRow } from './graph-rows.ts';
import { canonicalNode, type Observation } from './observation.ts';
import { applicationNode } from './peer-key.ts';

/** Most users named on one node. */
const namedUsers = 100;

/** What one row says about one node. */
interface Part {
  readonly key: string;
  readonly machine: string | undefined;
  readonly instances: number;
  readonly users: readonly string[];
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Every end of every observation, and every application that ran. Sorted by key. */
export function buildNodes(rows: GraphRows, nodeRows: readonly NodeRow[], observations: readonly Observation[]): GraphNode[] {
  const parts = [...nodeRows.filter(isApplication).map(partOfRow), ...observations.flatMap(partsOfEnds)];
  const hostnames = new Map(rows.machines.map((machine) => [machine.id, machine.hostname]));
  const known = rows.known === undefined ? undefined : new Set([...rows.known.nodes].map(canonicalNode));
  return [...Map.groupBy(parts, (part) => part.key)]
    .map(([key, group]) => buildNode(describeNode(key, hostnames), group, isNewNode(key, known)))
    .sort((a, b) => compareText(a.key, b.key));
}

/** `machine` stands for what no process could be found for; its edges are the machine's. */
function isApplication(row: NodeRow): boolean {
  return row.application !== 'machine';
}

/** Machines are no behaviour: a new one is not news in the graph. */
function isNewNode(key: string, known: ReadonlySet<string> | undefined): boolean {
  return known !== undefined && !known.has(key) && !key.startsWith('machine:');
}

function partOfRow(row: NodeRow): Part {
  const { machineId: machine, instances, users, firstAt, lastAt } = row;
  return { key: applicationNode(row.application), machine, instances, users, sentBytes: 0, receivedBytes: 0, firstAt, lastAt };
}

/** Only connections carry payload of their own; both ends count it. */
function partsOfEnds({ row, source, sourceMachine, target, targetMachine }: Observation): [Part, Part] {
  const rest = { instances: 0, users: [], firstAt: row.firstAt, lastAt: row.lastAt };
  return [
    { ...rest, key: source, machine: sourceMachine, sentBytes: row.sentBytes, receivedBytes: row.receivedBytes },
    { ...rest, key: target, machine: targetMachine, sentBytes: row.receivedBytes, receivedBytes: row.sentBytes },
  ];
}

function buildNode(description: NodeDescription, parts: readonly Part[], isNew: boolean): GraphNode {
  return {
    ...description,
    ...mostMachines(new Set(parts.map((part) => part.machine))),
    instances: sumOf(parts, (part) => part.instances),
    users: [...new Set(parts.flatMap((part) => part.users))].sort(compareText).slice(0, namedUsers),
    sentBytes: sumOf(parts, (part) => part.sentBytes),
    receivedBytes: sumOf(parts, (part) => part.receivedBytes),
    firstAt: parts.map((part) => part.firstAt).reduce(earlier),
    lastAt: parts.map((part) => part.lastAt).reduce(later),
    isNew,
  };
}
