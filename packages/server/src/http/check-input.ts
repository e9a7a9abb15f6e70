import { err, nearestWord, ok, type Result } from '@weft/base';
import type { Endpoint } from '@weft/schema';
import { z } from 'zod';

/** A request's parts before any check. */
export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
}

export type CheckInput = (raw: RawInput) => Result<Record<string, unknown>, readonly string[]>;

const NOTHING = z.strictObject({});

/** Makes the check of one endpoint. It names every problem at once, each with its part and field. */
export function createInputCheck(contract: Endpoint): CheckInput {
  const params = (contract.params ?? NOTHING).strict();
  const query = (contract.query ?? NOTHING).strict();
  const body = contract.body?.strict();
  return (raw) => {
    const problems = repeated(raw.query);
    const values: Record<string, unknown> = {};
    const take = (where: string, schema: z.ZodObject, value: unknown): void => {
      const parsed = schema.safeParse(value);
      if (parsed.success) Object.assign(values, parsed.data);
      else problems.push(...parsed.error.issues.flatMap((issue) => inWords(where, issue, Object.keys(schema.shape))));
    };
    take('path', params, raw.params);
    take('query', query, Object.fromEntries(raw.query));
    if (body !== undefined) take('body', body, raw.body);
    return problems.length === 0 ? ok(values) : err(problems);
  };
}

function repeated(query: URLSearchParams): string[] {
  return [...new Set(query.keys())]
    .filter((name) => query.getAll(name).length > 1)
    .map((name) => `query.${shown(name)}: given more than once`);
}

function inWords(where: string, issue: z.core.$ZodIssue, known: readonly string[]): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${where}.${shown(key)}: unknown${suggestion(key, known)}`);
  const field = [where, ...issue.path.map(String)].join('.');
  return [`${field}: ${issue.message}`];
}

function suggestion(key: string, known: readonly string[]): string {
  const near = nearestWord(key.slice(0, 80), known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return known.length === 0 ? '; nothing is taken here' : `; known are ${known.join(', ')}`;
}

function shown(key: string): string {
  return key.slice(0, 80);
}
