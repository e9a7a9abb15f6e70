import type { ExitCode } from './exit-code.ts';

/** How a command ended. `failed` is printed by the runner, the same way for every command; `no` has printed its answer. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'no' } | Failure;

export interface Failure {
  readonly kind: 'failed';
  readonly exitCode: Exclude<ExitCode, 0>;
  /** What was wrong, and where. */
  readonly message: string;
  /** How to mend it, one sentence. */
  readonly mend: string;
  /** Single things that were wrong, when there is more than one. */
  readonly problems?: readonly string[];
}

export const done: Outcome = { kind: 'done' };
export const no: Outcome = { kind: 'no' };

export function usageFailure(message: string, mend: string): Failure {
  return { kind: 'failed', exitCode: 2, message, mend };
}

export function unreachableFailure(message: string, mend: string): Failure {
  return { kind: 'failed', exitCode: 3, message, mend };
}

export function noFailure(message: string, mend: string): Failure {
  return { kind: 'failed', exitCode: 1, message, mend };
}
