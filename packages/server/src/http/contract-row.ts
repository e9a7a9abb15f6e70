import { z } from 'zod';

/** Reads a warehouse row as the contract's row: NULL is unknown, so the field is absent. */
export function contractRow<S extends z.ZodType>(row: S): z.ZodType<z.output<S>> {
  return z.preprocess(withoutNulls, row);
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
