import { endpoints, type Endpoint, type EndpointName } from '@weft/schema';
import { errorRegistry } from '@weft/base';
import type { Context, Hono } from 'hono';
import { mayCall, type Caller } from './caller.ts';
import { createInputCheck } from './check-input.ts';
import type { CheckedInput, Handler, Handlers, Outcome } from './handler.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { problemResponse } from './problem-response.ts';
import { readJsonBody } from './read-json-body.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { RequestGate } from './request-gate.ts';
import { isSameSite } from './same-site.ts';

/** Who sent the request. */
export type Authenticate = (request: Request) => Promise<Caller>;

export interface EndpointGuards {
  readonly authenticate: Authenticate;
  /** Around the handler alone: a slow sender occupies no place. */
  readonly gate: RequestGate;
}

/** Puts one endpoint of the contract on the router: who asks, may they, does the input fit, then its handler. */
export function registerEndpoint<N extends EndpointName>(
  app: Hono<HttpEnvironment>,
  name: N,
  handlers: Handlers<N>,
  { authenticate, gate }: EndpointGuards,
): void {
  const contract: Endpoint = endpoints[name];
  const check = createInputCheck(contract);
  const handler: Handler<N> = handlers[name];
  app.on(contract.method, contract.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    context.set('endpoint', name);
    const caller = await authenticate(context.req.raw);
    const refusal = whyNot(contract, caller, context.req.raw);
    if (refusal !== undefined) return problemResponse(refusal, context.get('requestId'));
    const body = contract.body === undefined ? undefined : await readJsonBody(context.req.raw);
    if (body?.kind === 'error') return problemResponse(body.error, context.get('requestId'));
    const checked = check({ params: context.req.param(), query: new URL(context.req.url).searchParams, body: body?.value });
    if (checked.kind === 'error') return problemResponse(refuse('invalid', { problems: checked.error }), context.get('requestId'));
    const input = typedInput<(typeof endpoints)[N]>(checked.value);
    return respond(context, await gate(() => handler({ input, caller, peerAddress: context.env.peerAddress })));
  });
}

function whyNot(contract: Endpoint, caller: Caller, request: Request): Refusal | undefined {
  if (!mayCall(caller, contract.role)) {
    if (caller.kind === 'anyone') return refuse('unauthenticated');
    return refuse('forbidden', {
      message: `${errorRegistry.forbidden.message} It needs the role ${contract.role}; yours is ${caller.role}.`,
    });
  }
  // A key in a header cannot be sent by another site's page; a cookie can, and so can a forged sign-in.
  return caller.kind !== 'api-key' && !isSameSite(request) ? refuse('cross-site') : undefined;
}

function respond(context: Context<HttpEnvironment>, outcome: Outcome<unknown>): Response {
  if (outcome.kind === 'refused') return problemResponse(outcome, context.get('requestId'));
  const headers = { 'cache-control': 'no-store', ...(outcome.cookie === undefined ? {} : { 'set-cookie': outcome.cookie }) };
  return Response.json(outcome.value, { headers });
}

/** The checks of a contract give by definition its output type; generics lose the link, the value is the same. */
function typedInput<E extends Endpoint>(value: Record<string, unknown>): CheckedInput<E> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return value as CheckedInput<E>;
}
