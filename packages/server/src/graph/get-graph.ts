import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handler } from '../http/handler.ts';
import { readTimeRange } from '../http/time-range.ts';
import { toInstant } from '../http/to-instant.ts';
import { createAssembler } from './assembler.ts';
import { askEdges } from './ask-edges.ts';
import { askKnown } from './ask-known.ts';
import { askListeners, askMachines, askNodes } from './ask-nodes.ts';
import { readKinds } from './read-kinds.ts';
import { wholeHours } from './whole-hours.ts';

export function createGetGraph({ warehouse, clock }: DataParts): Handler<'getGraph'> {
  const assemble = createAssembler();
  return async ({ input }) => {
    const asked = readTimeRange(input, clock.nowMs());
    if (asked.kind === 'error') return asked.error;
    const wanted = readKinds(input.kinds);
    if (wanted.kind === 'error') return wanted.error;
    const { kinds, types } = wanted.value;
    const range = wholeHours(asked.value);
    const machines = await askMachines(warehouse);
    const machine = machines.find(({ id }) => id === input.machine) ?? ofUnseen(input.machine);
    const [edges, nodes, listeners, known] = await Promise.all([
      askEdges(warehouse, range, { types, machine }),
      askNodes(warehouse, range),
      askListeners(warehouse, range),
      askKnown(warehouse, range, types),
    ]);
    const { maxNodes, owner, text, around } = input;
    const graph = await assemble(
      { edges, nodes, machines, listeners, known },
      { machine: input.machine, kinds, owner, text, around, maxNodes },
    );
    return answer({
      ...graph,
      nodes: [...graph.nodes],
      edges: [...graph.edges],
      from: toInstant(range.from.getTime()),
      to: toInstant(range.to.getTime()),
    });
  };
}

function ofUnseen(id: string | undefined): { readonly id: string; readonly addresses: readonly string[] } | undefined {
  return id === undefined ? undefined : { id, addresses: [] };
}
