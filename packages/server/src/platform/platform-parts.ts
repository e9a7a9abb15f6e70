import type { DataParts } from '../http/data-parts.ts';
import type { IntakeStatus } from '../intake/intake-status.ts';

/** What the handlers about the server itself need. */
export interface PlatformParts extends DataParts {
  readonly intakeStatus: () => IntakeStatus;
  readonly version: string;
  /** Unix milliseconds. */
  readonly startedAtMs: number;
  /** Default of all tables. */
  readonly retentionDays: number;
  /** As agent tokens carry it. */
  readonly caFingerprint: string;
}
