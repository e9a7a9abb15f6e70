import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { formatParams, parseParams } from '../../url/params.ts';
import { graphCodec, graphViews, nodeCaps, type GraphState } from './graph-state.ts';

const word = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
const states: fc.Arbitrary<GraphState> = fc.record({
  view: fc.constantFrom(...graphViews),
  table: fc.record({
    sort: fc.constantFrom({ column: 'sent', isDescending: true }, { column: 'port', isDescending: false }),
    text: fc.string(),
    filters: fc.constantFrom([], [{ field: 'kind', operator: 'is not', value: 'dns' } as const]),
    row: word,
  }),
  hour: fc.constantFrom(undefined, '2026-01-01T05:00:00.000Z'),
  size: fc.constantFrom('traffic', 'instances'),
  isGrouped: fc.boolean(),
  openOwners: fc.uniqueArray(fc.string({ minLength: 1 })),
  find: fc.string(),
  around: word,
  maxNodes: fc.constantFrom(...nodeCaps),
});

test('the address carries the whole state', () => {
  fc.assert(fc.property(states, (state) => expect(graphCodec.read(parseParams(formatParams(graphCodec.write(state))))).toEqual(state)));
});

test('nothing set, nothing in the address; nonsense falls back', () => {
  expect(formatParams(graphCodec.write(graphCodec.read({})))).toBe('');
  const odd = graphCodec.read({ view: 'pie', hour: 'noon', nodes: '7', size: 'weight' });
  expect(odd).toMatchObject({ view: 'map', hour: undefined, maxNodes: 2_000, size: 'traffic' });
  expect(graphCodec.read({ hour: '2026-01-01T05:42:10Z' }).hour).toBe('2026-01-01T05:00:00.000Z');
});
