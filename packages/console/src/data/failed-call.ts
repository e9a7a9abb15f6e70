import type { CallError } from '@weft/schema';

/** Carries a `CallError` through the query cache, which wants something thrown. */
export class FailedCall extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(describeCallError(error));
    this.error = error;
  }
}

export function callErrorOf(thrown: unknown): CallError {
  if (thrown instanceof FailedCall) return thrown.error;
  return { kind: 'unreachable', reason: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** One sentence on what failed. */
export function describeCallError(error: CallError): string {
  return error.kind === 'refused' ? error.problem.message : `The server could not be reached: ${error.reason}.`;
}

/** One sentence on what to do. */
export function mendCallError(error: CallError): string {
  return error.kind === 'refused' ? error.problem.mend : 'Check that the server runs, with `./weft status` on its machine.';
}
