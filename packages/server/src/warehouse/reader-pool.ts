/** Lends one of its readers at a time to a task; others wait in order. A reader is made when it is first needed. */
export interface ReaderPool<Reader> {
  readonly use: <T>(task: (reader: Reader) => Promise<T>) => Promise<T>;
  /** Those made so far. */
  readonly made: () => readonly Reader[];
}

export function createReaderPool<Reader>(max: number, make: () => Reader): ReaderPool<Reader> {
  const made: Reader[] = [];
  const free: Reader[] = [];
  const waiting: ((reader: Reader) => void)[] = [];
  const take = async (): Promise<Reader> => {
    const ready = free.pop();
    if (ready !== undefined) return ready;
    if (made.length === max) return new Promise((resolve) => waiting.push(resolve));
    const reader = make();
    made.push(reader);
    return reader;
  };
  const giveBack = (reader: Reader): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(reader);
    else next(reader);
  };
  return {
    use: async (task) => {
      const reader = await take();
      try {
        return await task(reader);
      } finally {
        giveBack(reader);
      }
    },
    made: () => made,
  };
}
