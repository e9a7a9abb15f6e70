import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { dependentsOf } from './dependents.ts';

/** A graph of up to 30 processes, four links each, cycles and all. */
const graphs = fc.integer({ min: 1, max: 30 }).chain((size) =>
  fc.array(fc.array(fc.option(fc.nat(size - 1), { nil: undefined }), { minLength: 4, maxLength: 4 }), {
    minLength: size,
    maxLength: size,
  }),
);

function linksIn(graph: readonly (readonly (number | undefined)[])[]): (process: number) => readonly (number | undefined)[] {
  return (process) => graph[process] ?? [];
}

/** The definition, run until nothing changes. */
function closure(graph: readonly (readonly (number | undefined)[])[], start: number): Set<number> {
  const found = new Set([start]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const process of found) for (const linked of graph[process] ?? []) if (linked !== undefined) found.add(linked);
  }
  return found;
}

test('gives the process, its parent, leaders and tracer, and theirs', () => {
  const parents = new Map([
    ['curl', 'bash'],
    ['bash', 'sshd'],
    ['sshd', 'init'],
  ]);
  expect(
    dependentsOf(
      'curl',
      (name) => [parents.get(name)],
      () => false,
    ),
  ).toEqual(['curl', 'bash', 'sshd', 'init']);
});

test('equals the closure, each process once, the start first, whatever the cycles', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const found = dependentsOf(0, linksIn(graph), () => false);
      expect(found[0]).toBe(0);
      expect(found.length).toBe(new Set(found).size);
      expect(new Set(found)).toEqual(closure(graph, 0));
    }),
  );
});

test('keeping one after the other keeps what keeping all at once does', () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(29)), (graph, starts) => {
      const kept = new Set<number>();
      const expected = new Set<number>();
      for (const start of starts.filter((process) => process < graph.length)) {
        for (const process of dependentsOf(start, linksIn(graph), (linked) => kept.has(linked))) kept.add(process);
        for (const process of closure(graph, start)) expected.add(process);
      }
      expect(kept).toEqual(expected);
    }),
  );
});
