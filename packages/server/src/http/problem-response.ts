import { errorRegistry } from '@weft/base';
import type { Problem } from '@weft/schema';
import type { Refusal } from './refusal.ts';

/** The refusal as an HTTP answer: status and words of the error registry, in the contract's `problem` form. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const entry = errorRegistry[refusal.code];
  const body: Problem = {
    code: refusal.code,
    message: refusal.message ?? entry.message,
    mend: entry.mend,
    ...(refusal.problems === undefined ? {} : { problems: [...refusal.problems] }),
    requestId,
  };
  const retryAfter = refusal.retryAfterSeconds;
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) };
  return Response.json(body, { status: entry.status, headers });
}
