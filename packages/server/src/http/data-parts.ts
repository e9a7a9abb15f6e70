import type { Clock } from '@weft/base';
import type { Database } from '../database/database.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

/** What the handlers that read data need. */
export interface DataParts {
  readonly warehouse: Warehouse;
  readonly database: Database;
  readonly clock: Clock;
}
