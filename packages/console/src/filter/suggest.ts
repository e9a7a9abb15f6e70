import { filterOperators, parseFilter, type FilterField } from './filter.ts';

/** What could come next: the whole text of the input, and whether taking it makes a condition. */
export interface Suggestion {
  readonly text: string;
  readonly isComplete: boolean;
}

const MOST = 20;

/**
 * Completes a half-typed condition word by word: field, operator, value.
 *
 * @param valuesOf values a field has in what is shown, most frequent first
 */
export function suggest(
  text: string,
  fields: readonly FilterField[],
  valuesOf: (field: string) => readonly string[],
): readonly Suggestion[] {
  const field = fieldBegun(text, fields);
  if (field === undefined) return suggestFields(text, fields);
  const rest = text.slice(field.title.length + 1);
  const operator = filterOperators.find((word) => rest.toLowerCase().startsWith(`${word} `));
  const operators = suggestOperators(field, rest);
  if (operator === undefined) return operators;
  const typed = rest.slice(operator.length + 1).toLowerCase();
  const values = valuesOf(field.id).filter((value) => value.toLowerCase().includes(typed));
  const complete = values.slice(0, MOST).map((value) => ({ text: `${field.title} ${operator} ${value}`, isComplete: true }));
  return [...complete, ...operators];
}

/** Whether the text is on the way to a condition, rather than text to look for. */
export function isConditionBegun(text: string, fields: readonly FilterField[]): boolean {
  return fieldBegun(text, fields) !== undefined || parseFilter(text, fields) !== undefined;
}

/** The longest title wins: `peer address` before `peer`. */
function fieldBegun(text: string, fields: readonly FilterField[]): FilterField | undefined {
  const begun = fields.filter(({ title }) => text.toLowerCase().startsWith(`${title.toLowerCase()} `));
  return begun.toSorted((one, other) => other.title.length - one.title.length)[0];
}

function suggestFields(text: string, fields: readonly FilterField[]): readonly Suggestion[] {
  const typed = text.trim().toLowerCase();
  return fields.filter(({ title }) => title.toLowerCase().includes(typed)).map(({ title }) => ({ text: `${title} `, isComplete: false }));
}

function suggestOperators(field: FilterField, rest: string): readonly Suggestion[] {
  const operators = ['is', 'is not', 'contains', 'does not contain'] as const;
  const open = operators.filter((operator) => operator.startsWith(rest.toLowerCase()));
  return open.map((operator) => ({ text: `${field.title} ${operator} `, isComplete: false }));
}
