import { expect, test } from 'bun:test';
import { processState } from './process-state.ts';

const exitedAt = '2026-01-01T00:00:00.000Z';

test.each([
  [{}, 'running'],
  [{ exitedAt }, 'exited'],
  [{ exitedAt, exitCode: 0 }, 'exited 0'],
  [{ exitedAt, exitCode: 127 }, 'exited 127'],
  [{ exitedAt, exitSignal: 15 }, 'killed by TERM'],
  [{ exitedAt, exitSignal: 40 }, 'killed by signal 40'],
])('%p is %s', (process, state) => {
  expect(processState(process)).toBe(state);
});
