import type { z } from 'zod';

/** What a person or key may do. Each role may do all that the ones before it may. */
export const roles = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One call of the HTTP API: from it come the server's checks, the clients' types and the OpenAPI document. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `{name}` for path parameters, such as `/api/v1/machines/{machineId}`. */
  readonly path: string;
  /** One sentence. */
  readonly summary: string;
  /** Least role; `anyone` needs no sign-in. */
  readonly role: Role | 'anyone';
  readonly params?: z.ZodObject;
  /** Values arrive as text: use `z.coerce` or text schemas. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType;
}

type Part<S> = S extends z.ZodType ? z.input<S> : object;

/** What a client gives: path parameters, query and body in one object. */
export type EndpointInput<E extends Endpoint> = Part<E['params']> & Part<E['query']> & Part<E['body']>;
export type EndpointAnswer<E extends Endpoint> = z.output<E['answer']>;

/** Keeps the exact types of the contract while checking its form. */
export function endpoint<const E extends Endpoint>(contract: E): E {
  return contract;
}
