import { expect, test } from 'bun:test';
import { createLogger } from '@weft/base';
import { createStopOnSignal } from './stop-on-signal.ts';

test.each([
  ['a clean stop', async () => {}, 0],
  ['a fault', () => Promise.reject(new Error('the disk is gone')), 3],
])('%s ends the process once, also for two signals', async (_, stopServer, code) => {
  const exits: number[] = [];
  let stops = 0;
  const stop = createStopOnSignal({
    stopServer: () => {
      stops += 1;
      return stopServer();
    },
    logger: createLogger(
      () => {},
      () => 0,
    ),
    exit: (exit) => void exits.push(exit),
  });
  await Promise.all([stop('SIGTERM'), stop('SIGINT')]);
  expect({ exits, stops }).toEqual({ exits: [code], stops: 1 });
});
