import type { Migration } from './migration.ts';
import intake from './migrations/0001-intake.sql' with { type: 'text' };
import access from './migrations/0002-access.sql' with { type: 'text' };

/** The database's schema, step by step. To add one: write the SQL file, name it here. */
export const databaseMigrations: readonly Migration[] = [
  { number: 1, name: 'intake', sql: intake },
  { number: 2, name: 'access', sql: access },
];
