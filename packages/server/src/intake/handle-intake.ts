import { errorRegistry, unreachable, type Clock } from '@weft/base';
import { problemResponse } from '../http/problem-response.ts';
import { refuse, type Refusal } from '../http/refusal.ts';
import { admit, type CheckToken } from './admission.ts';
import type { IntakeFacts } from './intake-facts.ts';
import type { IntakeStatus } from './intake-status.ts';
import { isDiskFull } from './is-disk-full.ts';
import { FULL_RETRY_SECONDS, type TakeBatch } from './take-batch.ts';
import type { Taken } from './taken.ts';
import { RETRY_AFTER_SECONDS } from './unpack-body.ts';

export interface HandleIntakeParts {
  readonly clock: Clock;
  readonly checkToken: CheckToken;
  readonly facts: IntakeFacts;
  readonly state: () => IntakeStatus['state'];
  readonly take: TakeBatch;
}

export type HandleIntake = (request: Request, peerAddress: string, requestId?: string) => Promise<Response>;

/** `POST /intake/v1/batches`, as `wire/batch.ts` of the schema says. */
export function createHandleIntake(parts: HandleIntakeParts): HandleIntake {
  return async (request, _peerAddress, requestId = crypto.randomUUID()) => {
    const taken = await take(parts, request);
    parts.facts.answered(taken.kind === 'refused' ? taken.code : taken.answer.status);
    if (taken.kind === 'refused') return problemResponse(taken, requestId);
    if (taken.answer.rejectedCount === 0 || taken.answer.status === 'duplicate') return Response.json(taken.answer);
    const { status, message, mend } = errorRegistry['batch.bad-line'];
    return Response.json({ ...taken.answer, code: 'batch.bad-line', message, mend, requestId }, { status });
  };
}

async function take(parts: HandleIntakeParts, request: Request): Promise<Taken> {
  const refusal = refusedPath(request) ?? refusedState(parts.state());
  if (refusal !== undefined) return refusal;
  try {
    const admitted = await admit(request, parts.checkToken, parts.clock.nowMs());
    return admitted.kind === 'refused' ? admitted : await parts.take(request, admitted.tokenId);
  } catch (error) {
    // A full disk shows wherever something is noted first, such as that the token was used.
    if (isDiskFull(error)) return refuse('storage.full', { retryAfterSeconds: FULL_RETRY_SECONDS });
    throw error;
  }
}

function refusedPath(request: Request): Refusal | undefined {
  const { pathname } = new URL(request.url);
  if (pathname === '/intake/v1/batches' && request.method === 'POST') return undefined;
  return refuse('not-found', {
    message: `There is nothing at ${request.method} ${pathname.slice(0, 200)}; batches go to POST /intake/v1/batches.`,
  });
}

function refusedState(state: IntakeStatus['state']): Refusal | undefined {
  switch (state) {
    case 'open':
    case 'overloaded':
      return undefined;
    case 'disk-full':
      return refuse('storage.full', { retryAfterSeconds: FULL_RETRY_SECONDS });
    case 'starting':
    case 'failing':
    case 'closing':
      return refuse('storage.failed', { message: `The intake is ${state}.`, retryAfterSeconds: RETRY_AFTER_SECONDS });
    default:
      return unreachable(state);
  }
}
