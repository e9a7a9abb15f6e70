import { expect, test } from 'bun:test';
import { createRequestGate } from './request-gate.ts';

test('beyond the limit a task is refused at once, and a fault gives its place back', async () => {
  const gate = createRequestGate(2);
  let finish = (): void => {};
  const slow = new Promise<string>((resolve) => (finish = () => resolve('done')));
  const first = gate(() => slow);
  const failing = gate(() => slow.then(() => Promise.reject(new Error('fault'))));
  expect(await gate(async () => 'no place')).toMatchObject({ kind: 'refused', code: 'overloaded', retryAfterSeconds: 2 });
  finish();
  expect(await first).toBe('done');
  expect(failing).rejects.toThrow('fault');
  await failing.catch(() => {});
  expect(await gate(async () => 'place again')).toBe('place again');
});
