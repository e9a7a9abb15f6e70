import { expect, test } from 'bun:test';
import type { ServerParts } from '../server-parts.ts';
import { createReadiness } from './readiness.ts';

test('many who ask at once are answered by one question, the next ask anew', async () => {
  let asked = 0;
  let answer = Promise.withResolvers<readonly never[]>();
  const parts = {
    intakeStatus: (): ReturnType<ServerParts['intakeStatus']> => ({
      state: 'open',
      rowsPerSecond: 0,
      rejectedRows: 0,
      lastBatchAtMs: undefined,
      secondsToStoreP99: undefined,
      freeDiskBytes: undefined,
    }),
    warehouse: {
      kind: 'embedded',
      query: () => {
        asked += 1;
        return answer.promise;
      },
      insert: async () => {},
      command: async () => {},
      close: async () => {},
    } satisfies ServerParts['warehouse'],
    database: {
      kind: 'sqlite',
      query: async () => [],
      run: async () => 0,
      transaction: () => Promise.reject(new Error('not asked')),
      close: async () => {},
    } satisfies ServerParts['database'],
  };
  const whyNot = createReadiness(parts);
  const answers = [whyNot(), whyNot(), whyNot()];
  answer.resolve([]);
  expect(await Promise.all(answers)).toEqual([undefined, undefined, undefined]);
  expect(asked).toBe(1);
  answer = Promise.withResolvers();
  answer.reject(new Error('gone'));
  expect(await whyNot()).toBe('the warehouse does not answer');
});
