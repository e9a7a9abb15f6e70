/** An expected outcome: the value, or why there is none. Faults throw instead. */
export type Result<T, E> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'error'; readonly error: E };

export function ok<T>(value: T): { readonly kind: 'ok'; readonly value: T } {
  return { kind: 'ok', value };
}

export function err<E>(error: E): { readonly kind: 'error'; readonly error: E } {
  return { kind: 'error', error };
}
