import type { Taken } from './taken.ts';

/** Batches between their arrival and the ledger. */
export interface InFlight {
  /**
   * Runs `take`, unless the same id is being taken: then waits for its outcome. The id stays until `take` has ended and the
   * promise it handed to `settled` has resolved: a batch that is in a journal must not come in a second time.
   */
  readonly once: (id: string, take: (settled: (promise: Promise<void>) => void) => Promise<Taken>) => Promise<Taken>;
}

export function createInFlight(): InFlight {
  const taking = new Map<string, Promise<Taken>>();
  return {
    once: async (id, take) => {
      const same = taking.get(id);
      if (same !== undefined) return asDuplicate(await same);
      let settled = Promise.resolve();
      const taken = take((promise) => {
        settled = promise;
      });
      taking.set(id, taken);
      const forget = async (): Promise<void> => {
        await settled;
        taking.delete(id);
      };
      return taken.finally(() => void forget());
    },
  };
}

function asDuplicate(taken: Taken): Taken {
  return taken.kind === 'refused' ? taken : { kind: 'taken', answer: { ...taken.answer, status: 'duplicate' } };
}
