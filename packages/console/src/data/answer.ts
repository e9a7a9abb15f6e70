import type { CallError } from '@weft/schema';

/** How far a question is. What was shown stays while it is asked again; `trouble` says that asking again failed. */
export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: CallError; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly value: T;
      /** It belongs to the question before (another time range, say) and is about to be replaced. */
      readonly isStale: boolean;
      readonly trouble: CallError | undefined;
      readonly retry: () => void;
    };

/** The same answer, seen through a function. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.kind === 'ready' ? { ...answer, value: change(answer.value) } : answer;
}

/** The value where there is one. */
export function valueOf<T>(answer: Answer<T>): T | undefined {
  return answer.kind === 'ready' ? answer.value : undefined;
}
