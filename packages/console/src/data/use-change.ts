import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallError, EndpointName } from '@weft/schema';
import { api, type AnswerOf, type InputOf } from './api.ts';
import { callErrorOf, FailedCall } from './failed-call.ts';

export interface Change<N extends EndpointName> {
  readonly run: (input: InputOf<N>, onDone?: (answer: AnswerOf<N>) => void) => void;
  readonly isRunning: boolean;
  readonly error: CallError | undefined;
  readonly reset: () => void;
}

/** A call that changes something; when it is done, the questions named in `outdated` are asked again. */
export function useChange<N extends EndpointName>(name: N, outdated: readonly EndpointName[] = []): Change<N> {
  const cache = useQueryClient();
  const mutation = useMutation<AnswerOf<N>, Error, InputOf<N>>({
    mutationFn: async (input) => {
      const outcome = await api(name, input);
      if (outcome.kind === 'error') throw new FailedCall(outcome.error);
      return outcome.value;
    },
    onSuccess: () => Promise.all(outdated.map((question) => cache.invalidateQueries({ queryKey: [question] }))),
  });
  return {
    run: (input, onDone) => mutation.mutate(input, { onSuccess: (answer) => onDone?.(answer) }),
    isRunning: mutation.isPending,
    error: mutation.error === null ? undefined : callErrorOf(mutation.error),
    reset: mutation.reset,
  };
}
