/**
 * One step of a schema, frozen once it is released: a change is a new step. Statements are separated by a line that
 * holds only `;` or ends in `;`. Numbers are 1, 2, 3 … without gaps.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The statements of a migration, comments and empty ones left out. */
export function statementsOf(migration: Migration): readonly string[] {
  return migration.sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
