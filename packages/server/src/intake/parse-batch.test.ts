import { expect, test } from 'bun:test';
import { batchBody, execRow } from '../testing/test-batch.ts';
import { parseBatch, readHeader } from './parse-batch.ts';
import { timeSpan } from './time-span.ts';

const body = (header: number, lines: number): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder()
      .decode(Buffer.from(batchBody({ id: crypto.randomUUID(), lines: Array.from({ length: lines }, (_, pid) => execRow(pid)) })))
      .replace(`"rows":${lines}`, `"rows":${header}`),
  );

test('reading ends at the first line that the header does not count', async () => {
  const bytes = body(1, 5000);
  const header = readHeader(bytes);
  if ('kind' in header) throw new Error('the header is good');
  let turns = 0;
  const pause = async (): Promise<void> => void (turns += 1);
  const span = timeSpan({ default: 92, byTable: {} }, Date.now());
  expect(await parseBatch(bytes, header, { span, receivedAt: new Date().toISOString(), pause })).toMatchObject({
    code: 'batch.header',
    problems: ['rows: the header says 1, the batch has more'],
  });
  expect(turns).toBe(0);
});

test('a header that counts more rows than fit into a batch is refused', () => {
  expect(readHeader(body(2_000_000, 1))).toMatchObject({ code: 'batch.header' });
});
