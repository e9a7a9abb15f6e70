import { unreachable } from '@weft/base';

/** Something that can be filtered by: a column, or a property of the graph. */
export interface FilterField {
  readonly id: string;
  /** The word a person types, such as `machine`. Spaces are fine. */
  readonly title: string;
}

/** Longest first where one begins another: they are tried in this order. */
export const filterOperators = ['is not', 'is', 'does not contain', 'contains'] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** One condition, which reads as a sentence: `machine is web-1`. */
export interface Filter {
  readonly field: string;
  readonly operator: FilterOperator;
  readonly value: string;
}

/** `command contains curl`. The field is written by its id, so that an address survives a new title. */
export function formatFilter(filter: Filter): string {
  return `${filter.field} ${filter.operator} ${filter.value}`;
}

/** Reads what `formatFilter` writes; the field may be its id or its title, in any case. */
export function parseFilter(text: string, fields: readonly FilterField[]): Filter | undefined {
  const typed = text.trimStart();
  for (const { id, title } of fields) {
    for (const name of new Set([id, title])) {
      if (!typed.toLowerCase().startsWith(`${name.toLowerCase()} `)) continue;
      const filter = parseCondition(id, typed.slice(name.length + 1));
      if (filter !== undefined) return filter;
    }
  }
  return undefined;
}

function parseCondition(field: string, rest: string): Filter | undefined {
  const operator = filterOperators.find((word) => rest.toLowerCase().startsWith(`${word} `));
  if (operator === undefined) return undefined;
  const value = rest.slice(operator.length + 1);
  return value === '' ? undefined : { field, operator, value };
}

const opposites = {
  is: 'is not',
  'is not': 'is',
  contains: 'does not contain',
  'does not contain': 'contains',
} as const satisfies Record<FilterOperator, FilterOperator>;

export function negateFilter(filter: Filter): Filter {
  return { ...filter, operator: opposites[filter.operator] };
}

/** Whether one of the texts a row has in the field answers the condition; case does not count. */
export function matchesFilter(filter: Filter, texts: readonly string[]): boolean {
  const value = filter.value.toLowerCase();
  const isEqual = texts.some((text) => text.toLowerCase() === value);
  const isPart = (): boolean => texts.some((text) => text.toLowerCase().includes(value));
  switch (filter.operator) {
    case 'is':
      return isEqual;
    case 'is not':
      return !isEqual;
    case 'contains':
      return isPart();
    case 'does not contain':
      return !isPart();
    default:
      return unreachable(filter.operator);
  }
}
