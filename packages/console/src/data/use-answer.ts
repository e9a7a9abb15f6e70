import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { EndpointName } from '@weft/schema';
import { useMemo } from 'react';
import { formatRange, resolveRange, type ResolvedRange } from '../time-range/time-range.ts';
import { useTimeRange } from '../time-range/use-time-range.ts';
import type { Answer } from './answer.ts';
import { api, type AnswerOf, type InputOf } from './api.ts';
import { callErrorOf, FailedCall } from './failed-call.ts';

export interface AskOptions {
  /** Ask again this often; unset asks only once. */
  readonly refreshMs?: number;
  /** `false` waits, for a question that has no input yet. */
  readonly isEnabled?: boolean;
}

/** Asks what does not depend on the time range. */
export function useAnswer<N extends EndpointName>(name: N, input: InputOf<N>, options: AskOptions = {}): Answer<AnswerOf<N>> {
  const query = useQuery<AnswerOf<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask(name, input, signal),
    ...queryOptions(options),
  });
  return useAnswerOf(query);
}

/**
 * Asks about the page's time range, and again when it changes. A range that ends now moves on with each refresh,
 * so the instants are made when the question is asked, and the cache goes by the words of the range.
 *
 * @example
 * const answer = useRangedAnswer('listMachines', (range) => ({ ...range, limit: 10_000 }), { refreshMs: 30_000 });
 */
export function useRangedAnswer<N extends EndpointName>(
  name: N,
  inputFor: (range: ResolvedRange) => InputOf<N>,
  options: AskOptions = {},
): Answer<AnswerOf<N>> {
  const [range] = useTimeRange();
  const query = useQuery<AnswerOf<N>>({
    queryKey: [name, inputFor({}), formatRange(range)],
    queryFn: ({ signal }) => ask(name, inputFor(resolveRange(range, Date.now())), signal),
    ...queryOptions(range.kind === 'last' ? options : { ...options, refreshMs: 0 }),
  });
  return useAnswerOf(query);
}

async function ask<N extends EndpointName>(name: N, input: InputOf<N>, signal: AbortSignal): Promise<AnswerOf<N>> {
  const outcome = await api(name, input, signal);
  if (outcome.kind === 'error') throw new FailedCall(outcome.error);
  return outcome.value;
}

function queryOptions(options: AskOptions) {
  return { placeholderData: keepPreviousData, enabled: options.isEnabled ?? true, refetchInterval: options.refreshMs ?? 0 } as const;
}

/** The same object as long as nothing about the answer changed, so that what is made of it can be kept. */
function useAnswerOf<T>({ data, error, isPlaceholderData, refetch }: UseQueryResult<T>): Answer<T> {
  return useMemo(() => {
    const retry = (): void => void refetch();
    if (data !== undefined) {
      const trouble = error === null ? undefined : callErrorOf(error);
      return { kind: 'ready', value: data, isStale: isPlaceholderData, trouble, retry };
    }
    return error === null ? { kind: 'loading' } : { kind: 'failed', error: callErrorOf(error), retry };
  }, [data, error, isPlaceholderData, refetch]);
}
