import { expect, test } from 'bun:test';
import { errorRegistry } from '@weft/base';
import fc from 'fast-check';
import { storedAnswer } from '../testing/receiver.ts';
import { readAnswer, retryAfterMs } from './read-answer.ts';

const answer = (status: number, body: object, retryAfter: string | null = null) =>
  readAnswer({ status, retryAfter, body: JSON.stringify(body) }, 0);
const problem = (code: keyof typeof errorRegistry) =>
  answer(errorRegistry[code].status, { code, message: errorRegistry[code].message, mend: errorRegistry[code].mend });

test('stored', () => {
  expect(answer(200, storedAnswer(3))).toEqual({ kind: 'delivered', rejectedCount: 0, rejected: [] });
});

test('422 with rejected lines is delivered: the good ones are stored', () => {
  const rejected = [{ line: 2, problem: 'exec.pid is missing' }];
  expect(answer(422, { ...storedAnswer(2), rejected, rejectedCount: 1 })).toEqual({ kind: 'delivered', rejectedCount: 1, rejected });
});

test.each(['batch.clock-skew', 'token.wrong', 'token.disabled', 'not-found'] as const)(
  '%s is kept until a person has mended it',
  (code) => {
    expect(problem(code)).toMatchObject({ kind: 'retry', afterMs: 60_000, reason: expect.stringContaining(code) });
  },
);

test.each(['overloaded', 'storage.full', 'storage.failed', 'internal', 'timeout'] as const)('%s is tried again', (code) => {
  expect(problem(code).kind).toBe('retry');
});

test.each([
  ['batch.too-large', 'too-large'],
  ['batch.unpacked-too-large', 'too-large'],
  ['batch.header', 'refused'],
  ['batch.not-zstd', 'refused'],
  ['unsupported-media', 'refused'],
] as const)('%s is rejected', (code, as) => {
  expect(problem(code)).toMatchObject({ kind: 'rejected', code: as });
});

test('Retry-After in seconds and as a date', () => {
  expect(answer(429, {}, '7')).toMatchObject({ kind: 'retry', afterMs: 7000 });
  expect(retryAfterMs('Thu, 01 Jan 1970 00:01:00 GMT', 10_000)).toBe(50_000);
  expect(retryAfterMs('Thu, 01 Jan 1970 00:00:01 GMT', 10_000)).toBe(0);
  expect(retryAfterMs('soon', 0)).toBeUndefined();
  expect(retryAfterMs(null, 0)).toBeUndefined();
});

test('200 without a word of the batch is no acknowledgement', () => {
  expect(readAnswer({ status: 200, retryAfter: null, body: '<html>a captive portal</html>' }, 0).kind).toBe('retry');
});

test.each([400, 415])('%d from something else than the server loses nothing', (status) => {
  const body = '<html><h1>400 Bad Request</h1>The plain HTTP request was sent to HTTPS port</html>';
  expect(readAnswer({ status, retryAfter: null, body }, 0)).toMatchObject({ kind: 'retry', afterMs: 60_000 });
});

test('never delivered but by an answer that says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (status, body) => {
      expect(readAnswer({ status, retryAfter: null, body }, 0).kind).not.toBe('delivered');
    }),
  );
});
