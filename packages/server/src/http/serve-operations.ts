import type { Hono } from 'hono';
import type { HttpEnvironment } from './http-environment.ts';

export interface OperationsParts {
  /** Undefined when ready; else why not. */
  readonly whyNotReady: () => Promise<string | undefined>;
  /** Prometheus text. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** What operators' tools ask, without sign-in: `/healthz`, `/readyz`, `/metrics`. Nothing there names a person or a machine. */
export function serveOperations(app: Hono<HttpEnvironment>, parts: OperationsParts): void {
  app.get('/healthz', () => Response.json({ status: 'alive' }));
  app.get('/readyz', async () => {
    const reason = await parts.whyNotReady();
    if (reason === undefined) return Response.json({ status: 'ready' });
    return Response.json({ status: 'not-ready', reason }, { status: 503 });
  });
  app.get('/metrics', async () => {
    const { contentType, text } = await parts.metrics();
    return new Response(text, { headers: { 'content-type': contentType } });
  });
}
