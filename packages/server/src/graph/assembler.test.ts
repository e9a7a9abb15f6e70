import { expect, test } from 'bun:test';
import { assembleGraph, type EdgeRow, type GraphRows } from '@weft/graph';
import { createAssembler } from './assembler.ts';

const at = '2026-03-02T10:00:00.000Z';

function rowsOf(count: number): GraphRows {
  const edges = Array.from({ length: count }, (_, index): EdgeRow => ({
    type: 'connect',
    source: `app:unit:a${index % 50}.service|a|root`,
    target: `net:203.0.${index % 200}.0/24`,
    port: 443,
    machineId: `m-${index % 7}`,
    events: 1,
    failed: 0,
    sentBytes: index,
    receivedBytes: 1,
    instances: 1,
    firstAt: at,
    lastAt: at,
  }));
  return { edges, nodes: [], machines: [], listeners: [], known: { nodes: new Set(['net:203.0.1.0/24']), edges: new Set() } };
}

test('large and small graphs, and several at once, come out as the pure function gives them', async () => {
  const assemble = createAssembler();
  const sizes = [10, 3_000, 1_999, 5_000];
  const graphs = await Promise.all(sizes.map((size) => assemble(rowsOf(size), { maxNodes: 30 })));
  expect(graphs).toEqual(sizes.map((size) => assembleGraph(rowsOf(size), { maxNodes: 30 })));
});

test('the main thread goes on while a large graph is assembled', async () => {
  const assemble = createAssembler();
  await assemble(rowsOf(2_000), {});
  const graph = assemble(rowsOf(60_000), {}).then(() => 'done');
  let turns = 0;
  while ((await Promise.race([graph, Bun.sleep(1)])) !== 'done') turns += 1;
  expect(turns).toBeGreaterThan(3);
});
