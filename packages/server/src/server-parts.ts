import type { Clock, Logger } from '@weft/base';
import type { Registry } from 'prom-client';
import type { ServerConfig } from './config/server-config.ts';
import type { Database } from './database/database.ts';
import type { IntakeStatus } from './intake/intake-status.ts';
import type { TlsIdentity } from './tls/tls-identity.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** What a running server is made of; `start-server.ts` makes them, every feature takes what it needs. */
export interface ServerParts {
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  readonly warehouse: Warehouse;
  readonly tls: TlsIdentity;
  readonly metrics: Registry;
  readonly intakeStatus: () => IntakeStatus;
}
