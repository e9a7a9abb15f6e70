import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { UrlParams } from './params.ts';

/** How a part of a page's state is written into the address. `read` takes anything a person may have typed there. */
export interface UrlCodec<T> {
  readonly read: (params: UrlParams) => T;
  /** Names this part owns; `undefined` or an empty text leaves the name out. */
  readonly write: (state: T) => Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** `push` makes a step for the Back button, `replace` does not: for what changes with each key typed. */
export type Step = 'push' | 'replace';

/**
 * State that lives in the address. The codec must be a constant of its module.
 *
 * @example
 * const [state, setState] = useUrlState(tableCodec);
 */
export function useUrlState<T>(codec: UrlCodec<T>): [T, (next: T, step?: Step) => void] {
  const params = useUrlParams();
  const navigate = useNavigate();
  const state = useMemo(() => codec.read(params), [codec, params]);
  const set = useCallback(
    (next: T, step: Step = 'push') => {
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, ...codec.write(next) }),
        replace: step === 'replace',
        resetScroll: false,
      });
    },
    [codec, navigate],
  );
  return [state, set];
}

/** The query of the address, the same object as long as nothing in it changed. */
export function useUrlParams(): UrlParams {
  return useRouterState({ select: (state): UrlParams => state.location.search, structuralSharing: true });
}
