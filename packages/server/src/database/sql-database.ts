import type { SQL } from 'bun';
import { z } from 'zod';
import { UniqueViolation, type Database, type SqlValue } from './database.ts';
import type { Turns } from './turns.ts';

type Statements = Pick<SQL, 'unsafe'>;

/**
 * `turns` is for SQLite: its one connection would otherwise run other people's statements inside an open transaction.
 * PostgreSQL gives each transaction a connection of its own.
 */
export function sqlDatabase(kind: Database['kind'], sql: SQL, turns: Turns | undefined): Database {
  const inTurn: Turns = turns ?? (async (work) => work());
  const direct = statementsOn(kind, sql);
  return {
    kind,
    query: (row, text, values) => inTurn(() => direct.query(row, text, values)),
    run: (text, values) => inTurn(() => direct.run(text, values)),
    transaction: (work) => inTurn(async () => sql.begin(async (inside) => work(insideTransaction(kind, inside)))),
    close: () => inTurn(() => sql.close()),
  };
}

function insideTransaction(kind: Database['kind'], statements: Statements): Database {
  const database: Database = {
    kind,
    ...statementsOn(kind, statements),
    transaction: async (work) => work(database),
    close: async () => {
      throw new Error('A transaction does not close the database.');
    },
  };
  return database;
}

function statementsOn(kind: Database['kind'], statements: Statements): Pick<Database, 'query' | 'run'> {
  const ask = async (text: string, values: readonly SqlValue[] = []): Promise<unknown> => {
    try {
      return await statements.unsafe(kind === 'sqlite' ? numbered(text) : text, [...values]);
    } catch (error) {
      throw isUniqueViolation(error) ? new UniqueViolation(error.message, { cause: error }) : error;
    }
  };
  return {
    query: async (row, text, values) => z.array(row).parse(await ask(text, values)),
    run: async (text, values) => changedRows(await ask(text, values)),
  };
}

/** Bun's answers are arrays that carry the number of changed rows. */
function changedRows(answer: unknown): number {
  return typeof answer === 'object' && answer !== null && 'count' in answer && typeof answer.count === 'number' ? answer.count : 0;
}

/** SQLite numbers `$1` by first appearance, `?1` by the number. */
function numbered(text: string): string {
  return text.replaceAll(/\$(\d+)/g, '?$1');
}

const uniqueCodes = new Set<unknown>(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** SQLite's extended result codes; PostgreSQL's SQLSTATE 23505 `unique_violation`. */
function isUniqueViolation(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const fields = new Map<string, unknown>(Object.entries(error));
  return fields.get('errno') === '23505' || uniqueCodes.has(fields.get('code'));
}
