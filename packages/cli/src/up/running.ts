import type { Failure } from '../command/outcome.ts';
import type { ServiceRecord } from '../workspace/service-record.ts';

/** What runs when `up` is done, and which of it this `up` has started. */
export interface Running {
  readonly server: ServiceRecord;
  readonly agent: ServiceRecord | undefined;
  readonly agentFailure: Failure | undefined;
  readonly started: readonly ('server' | 'agent')[];
}
