/**
 * The API's client for the console and the CLI. It does no I/O of its own: the caller gives the `fetch`.
 *
 * @example
 * const call = createApiClient({ fetch, baseUrl: 'https://weft.example:8443', headers: { authorization: 'Bearer …' } });
 * const outcome = await call('listMachines', { limit: 10 });
 * if (outcome.kind === 'ok') outcome.value.rows.length;
 */
import { err, ok, type Result } from '@weft/base';
import type { z } from 'zod';
import type { Endpoint, EndpointAnswer, EndpointInput } from './endpoint.ts';
import { endpoints, type EndpointName } from './endpoints.ts';
import { problem, type Problem } from './shared.ts';

export interface ClientOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Without final slash; empty for the page's own origin. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why there is no answer: the server said no (`status` and its problem), or it could not be reached. */
export type CallError =
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'unreachable'; readonly reason: string };

type Endpoints = typeof endpoints;
export type ApiClient = <N extends EndpointName>(
  name: N,
  input: EndpointInput<Endpoints[N]>,
  signal?: AbortSignal,
) => Promise<Result<EndpointAnswer<Endpoints[N]>, CallError>>;

export function createApiClient(options: ClientOptions): ApiClient {
  return async (name, input, signal) => {
    const { url, init } = buildRequest(endpoints[name], new Map(entriesOf(input)));
    const headers = { ...options.headers, ...(init.body === undefined ? {} : { 'content-type': 'application/json' }) };
    try {
      const response = await options.fetch(options.baseUrl + url, { ...init, headers, ...(signal === undefined ? {} : { signal }) });
      return await readAnswer(endpoints[name], response);
    } catch (error) {
      return err({ kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) });
    }
  };
}

async function readAnswer<E extends Endpoint>(contract: E, response: Response): Promise<Result<EndpointAnswer<E>, CallError>> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok)
    return err({ kind: 'refused', status: response.status, problem: problem.safeParse(body).data ?? unknownProblem(response) });
  const answer: z.ZodType<EndpointAnswer<E>> = typedAnswer(contract);
  const parsed = answer.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  return err({
    kind: 'unreachable',
    reason: `the answer does not fit the contract of ${contract.path}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`,
  });
}

/** The contract's answer schema, with its own output type; generics lose the link, the value is the same. */
function typedAnswer<E extends Endpoint>(contract: E): z.ZodType<EndpointAnswer<E>> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- `z.output<E['answer']>` is by definition what `contract.answer` parses to
  return contract.answer as z.ZodType<EndpointAnswer<E>>;
}

function unknownProblem(response: Response): Problem {
  return { code: 'internal', message: `The server answered ${response.status} without saying why.`, mend: 'Look at the server log.' };
}

function buildRequest(contract: Endpoint, input: Map<string, unknown>): { url: string; init: { method: string; body?: string } } {
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(input.get(name))));
  const query = new URLSearchParams();
  for (const name of Object.keys(contract.query?.shape ?? {})) {
    const value = input.get(name);
    if (value !== undefined) query.set(name, asText(value));
  }
  const url = query.size === 0 ? path : `${path}?${query}`;
  if (contract.body === undefined) return { url, init: { method: contract.method } };
  const body = Object.fromEntries(Object.keys(contract.body.shape).map((name) => [name, input.get(name)]));
  return { url, init: { method: contract.method, body: JSON.stringify(body) } };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function entriesOf(input: unknown): [string, unknown][] {
  return typeof input === 'object' && input !== null ? Object.entries(input) : [];
}
