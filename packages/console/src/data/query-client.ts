import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { FailedCall } from './failed-call.ts';

/** The cache of what was asked. `onSignedOut` runs when the server says that nobody is signed in. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (thrown: unknown): void => {
    if (isSignedOut(thrown)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The server may well be reachable where the browser believes that it is offline: on the same machine, or without internet.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (failures, thrown) => failures < 2 && isWorthAnother(thrown),
      },
    },
  });
}

function isSignedOut(thrown: unknown): boolean {
  return thrown instanceof FailedCall && thrown.error.kind === 'refused' && thrown.error.status === 401;
}

/** A refusal is an answer; only what did not arrive, or a server in trouble, is asked again by itself. */
function isWorthAnother(thrown: unknown): boolean {
  return !(thrown instanceof FailedCall) || thrown.error.kind === 'unreachable' || thrown.error.status >= 500;
}
