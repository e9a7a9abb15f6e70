/** How much unfinished work may lie in memory, in bytes. */
export interface ByteBudget {
  /** False, and nothing taken, when that would be too much. */
  readonly take: (bytes: number) => boolean;
  readonly give: (bytes: number) => void;
  readonly takenBytes: () => number;
}

export function createByteBudget(maxBytes: number): ByteBudget {
  let taken = 0;
  return {
    take: (bytes) => {
      if (taken + bytes > maxBytes) return false;
      taken += bytes;
      return true;
    },
    give: (bytes) => {
      taken -= bytes;
    },
    takenBytes: () => taken,
  };
}

/** What one request holds of the budget, given back in one go. */
export interface Hold {
  readonly add: (bytes: number) => boolean;
  readonly release: () => void;
}

export function createHold(budget: ByteBudget): Hold {
  let held = 0;
  return {
    add: (bytes) => {
      if (!budget.take(bytes)) return false;
      held += bytes;
      return true;
    },
    release: () => {
      budget.give(held);
      held = 0;
    },
  };
}
