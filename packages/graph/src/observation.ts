import { unreachable } from '@weft/base';
import type { AddressBook } from './address-book.ts';
import type { EdgeKind, EdgeRow, GraphRows } from './graph-rows.ts';
import { nameNode } from './peer-key.ts';

/** One edge row with both ends found. */
export interface Observation {
  readonly kind: EdgeKind;
  readonly source: string;
  readonly sourceMachine: string | undefined;
  readonly target: string;
  readonly targetMachine: string | undefined;
  readonly row: EdgeRow;
  readonly isNew: boolean;
}

/** What makes two edge rows the same edge, before machines are told apart. For `GraphRows.known`. */
export function edgeRowKey(row: Pick<EdgeRow, 'type' | 'source' | 'target' | 'port'>): string {
  return JSON.stringify([row.type, canonicalNode(row.source), canonicalNode(row.target), row.port]);
}

/** Names asked are longer than the names that stand for peers: `name:a.b.example.com` is `name:b.example.com`. */
export function canonicalNode(key: string): string {
  return key.startsWith('name:') ? nameNode(key.slice('name:'.length)) : key;
}

export function observe(rows: GraphRows, book: AddressBook): Observation[] {
  return withoutEchoes(rows.edges.map((row) => ({ ...locate(row, book), row, isNew: rows.known?.edges.has(edgeRowKey(row)) === false })));
}

type Ends = Omit<Observation, 'row' | 'isNew'>;

function locate(row: EdgeRow, book: AddressBook): Ends {
  const source = canonicalNode(row.source);
  const target = canonicalNode(row.target);
  switch (row.type) {
    case 'launch':
      return ends('launch', book.local(source, row.machineId), book.local(target, row.machineId));
    case 'connect':
      return ends('connection', book.local(source, row.machineId), book.remote(target, row.machineId, row.port));
    case 'accept':
      return ends('connection', book.remote(source, row.machineId, undefined), book.local(target, row.machineId));
    case 'dns':
      return ends('dns', book.local(source, row.machineId), book.remote(target, row.machineId, undefined));
    default:
      return unreachable(row.type);
  }
}

function ends(kind: EdgeKind, source: ReturnType<AddressBook['local']>, target: ReturnType<AddressBook['local']>): Ends {
  return { kind, source: source.node, sourceMachine: source.machineId, target: target.node, targetMachine: target.machineId };
}

/**
 * A connection between two watched ends is reported twice. The connecting side knows both applications; the accepting
 * side often only a machine, so its report is left out wherever the other covers it: same target, port and both machines,
 * and the same source unless that is just a machine.
 */
function withoutEchoes(observations: readonly Observation[]): Observation[] {
  const connects = observations.filter((observation) => observation.row.type === 'connect');
  const exact = new Set(connects.map((observation) => pairKey(observation, observation.source)));
  const byMachine = new Set(connects.map((observation) => pairKey(observation, '')));
  return observations.filter((observation) => {
    if (observation.row.type !== 'accept' || observation.sourceMachine === undefined) return true;
    const isJustMachine = observation.source.startsWith('machine:');
    return !(isJustMachine ? byMachine.has(pairKey(observation, '')) : exact.has(pairKey(observation, observation.source)));
  });
}

function pairKey(observation: Observation, source: string): string {
  const { sourceMachine, target, targetMachine, row } = observation;
  return JSON.stringify([source, sourceMachine, target, targetMachine, row.port]);
}
