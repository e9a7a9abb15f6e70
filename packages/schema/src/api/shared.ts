import { z } from 'zod';

/** ISO 8601 with milliseconds and `Z`. */
export const instant = z.iso.datetime({ precision: 3 });

/** The time range of a question; `to` is exclusive. Unset: the last 24 hours. */
export const timeRange = {
  from: z.iso.datetime().optional().describe('Start of the time range, inclusive.'),
  to: z.iso.datetime().optional().describe('End of the time range, exclusive.'),
};

export const limit = {
  limit: z.coerce.number().int().min(1).max(10_000).optional().describe('Most rows to return; 1,000 when unset.'),
};

/** Rows, and how many there are when the limit cut them. */
export function listOf<S extends z.ZodType>(row: S): z.ZodObject<{ rows: z.ZodArray<S>; total: z.ZodInt }> {
  return z.object({ rows: z.array(row), total: z.int().describe('Rows there are; more than `rows` holds when the limit cut them.') });
}

export const done = z.object({ status: z.literal('done') });

/** Body of every answer that is not 2xx. */
export const problem = z.object({
  code: z.string().describe('Stable code; docs/errors.md explains each.'),
  message: z.string(),
  mend: z.string().describe('How to mend it.'),
  problems: z.array(z.string()).optional().describe('Each thing that was wrong, with its field.'),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
