import type { Clock } from '@weft/base';
import type { Hono } from 'hono';
import { compressResponse } from './compress-response.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { securityHeaders } from './security-headers.ts';

/** One answered request, for metrics. */
export interface AnsweredFact {
  /** Operation id of the contract, or `intake`, `console`, `other`. */
  readonly endpoint: string;
  readonly status: number;
  readonly seconds: number;
}

/** What surrounds every answer: its id, security headers, compression, and the fact for metrics. */
export function answerAround(
  app: Hono<HttpEnvironment>,
  parts: { readonly clock: Clock; readonly onAnswered: (fact: AnsweredFact) => void },
): void {
  app.use('*', async (context, next) => {
    const startedMs = parts.clock.monotonicMs();
    context.set('requestId', crypto.randomUUID());
    context.set('endpoint', 'other');
    await next();
    context.res = await compressResponse(context.res, context.req.header('accept-encoding'));
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
    context.res.headers.set('x-request-id', context.get('requestId'));
    const seconds = (parts.clock.monotonicMs() - startedMs) / 1000;
    parts.onAnswered({ endpoint: context.get('endpoint'), status: context.res.status, seconds });
  });
}
