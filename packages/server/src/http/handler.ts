import type { Endpoint, EndpointAnswer, EndpointName, endpoints } from '@weft/schema';
import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Refusal } from './refusal.ts';

type Part<S> = S extends z.ZodType ? z.output<S> : object;

/** What the contract's checks let through: path parameters, query and body in one object. */
export type CheckedInput<E extends Endpoint> = Part<E['params']> & Part<E['query']> & Part<E['body']>;

/** One call of an endpoint, checked and allowed. */
export interface Call<E extends Endpoint> {
  readonly input: CheckedInput<E>;
  readonly caller: Caller;
  /** Address of the other end of the TCP connection. */
  readonly peerAddress: string;
}

export type Outcome<A> =
  | {
      readonly kind: 'answer';
      readonly value: A;
      /** `Set-Cookie` of the answer. */
      readonly cookie?: string;
    }
  | Refusal;

export type Handler<N extends EndpointName> = (
  call: Call<(typeof endpoints)[N]>,
) => Promise<Outcome<EndpointAnswer<(typeof endpoints)[N]>>>;

/** One handler per endpoint: a missing one does not compile. */
export type Handlers<N extends EndpointName = EndpointName> = { readonly [K in N]: Handler<K> };

export function answer<A>(value: A): { readonly kind: 'answer'; readonly value: A } {
  return { kind: 'answer', value };
}
