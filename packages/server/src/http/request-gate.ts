import { refuse, type Refusal } from './refusal.ts';

/** Lets a bounded number of tasks run at once; more are refused at once, with a time to try again. */
export type RequestGate = <T>(task: () => Promise<T>) => Promise<T | Refusal>;

const RETRY_AFTER_SECONDS = 2;

export function createRequestGate(max: number): RequestGate {
  let running = 0;
  return async (task) => {
    if (running >= max) return refuse('overloaded', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    running += 1;
    try {
      return await task();
    } finally {
      running -= 1;
    }
  };
}
