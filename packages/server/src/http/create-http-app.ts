import type { Clock, Logger } from '@weft/base';
import { Hono, type Context } from 'hono';
import { answerAround, type AnsweredFact } from './answer-request.ts';
import type { ConsoleFiles } from './console-files.ts';
import { endpointNames } from './endpoint-names.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { openApiDocument } from './open-api-document.ts';
import { problemResponse } from './problem-response.ts';
import { refuse, type Refusal } from './refusal.ts';
import { createRequestGate } from './request-gate.ts';
import { registerEndpoint, type Authenticate } from './register-endpoint.ts';
import type { Handlers } from './handler.ts';
import { serveOperations, type OperationsParts } from './serve-operations.ts';

/** Answers one HTTP request. `peerAddress` is the other end of the TCP connection. */
export type HttpApp = (request: Request, peerAddress: string) => Promise<Response>;

export interface HttpParts extends OperationsParts {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
  readonly consoleFiles: ConsoleFiles;
  /** Answers everything under `/intake/v1/`. */
  readonly intake: HttpApp;
  /** What an exception thrown on the way means to the caller, when it is no fault of the server. */
  readonly refusalOf: (error: unknown) => Refusal | undefined;
  readonly onAnswered: (fact: AnsweredFact) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Calls of the API answered at once; the warehouse answers four questions at a time. */
const MAX_REQUESTS = 128;

/** The whole HTTP surface: API, intake, console, health, metrics. */
export function createHttpApp(parts: HttpParts): HttpApp {
  const app = new Hono<HttpEnvironment>();
  answerAround(app, parts);
  const guards = { authenticate: parts.authenticate, gate: createRequestGate(MAX_REQUESTS) };
  for (const name of endpointNames) registerEndpoint(app, name, parts.handlers, guards);
  serveOpenApi(app);
  serveOperations(app, parts);
  app.all('/intake/v1/*', async (context) => {
    context.set('endpoint', 'intake');
    return parts.intake(context.req.raw, context.env.peerAddress);
  });
  app.all('/api/*', notFound);
  app.get('*', async (context) => {
    context.set('endpoint', 'console');
    return (await parts.consoleFiles(context.req.path)) ?? notFound(context);
  });
  app.notFound(notFound);
  app.onError((error, context) => failed(parts, error, context));
  return async (request, peerAddress) => app.fetch(request, { peerAddress });
}

function serveOpenApi(app: Hono<HttpEnvironment>): void {
  const text = JSON.stringify(openApiDocument());
  app.get(
    '/api/v1/openapi.json',
    () => new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } }),
  );
}

function notFound(context: Context<HttpEnvironment>): Response {
  const asked = `${context.req.method} ${context.req.path.slice(0, 200)}`;
  return problemResponse(refuse('not-found', { message: `There is nothing at ${asked}.` }), context.get('requestId'));
}

function failed(parts: HttpParts, error: Error, context: Context<HttpEnvironment>): Response {
  const requestId = context.get('requestId');
  const known = parts.refusalOf(error);
  if (known === undefined)
    parts.logger.error('request failed', { requestId, endpoint: context.get('endpoint'), error: error.stack ?? error.message });
  return problemResponse(known ?? refuse('internal'), requestId);
}
