import type { ErrorCode } from '@weft/base';

/** An answer that says no: a code of the error registry and what the caller needs to mend it. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  /** Replaces the registry's sentence where more is known. */
  readonly message?: string;
  /** Each thing that was wrong, with its field. */
  readonly problems?: readonly string[];
  /** Seconds after which another try makes sense; sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

export type RefusalDetails = Omit<Refusal, 'kind' | 'code'>;

export function refuse(code: ErrorCode, details: RefusalDetails = {}): Refusal {
  return { kind: 'refused', code, ...details };
}
