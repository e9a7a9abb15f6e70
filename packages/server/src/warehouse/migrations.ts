import type { Migration } from '../database/migration.ts';
import catalogue from './migrations/0001-catalogue.sql' with { type: 'text' };
import graphViews from './migrations/0002-graph-views.sql' with { type: 'text' };
import seen from './migrations/0003-seen.sql' with { type: 'text' };
import machineHour from './migrations/0004-machine-hour.sql' with { type: 'text' };

/** The warehouse's schema, step by step. To add one: write the SQL file, name it here. */
export const warehouseMigrations: readonly Migration[] = [
  { number: 1, name: 'catalogue', sql: catalogue },
  { number: 2, name: 'graph-views', sql: graphViews },
  { number: 3, name: 'seen', sql: seen },
  { number: 4, name: 'machine-hour', sql: machineHour },
];
