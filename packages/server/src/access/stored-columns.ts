import { z } from 'zod';
import { toInstant } from '../http/to-instant.ts';

/** Columns as both databases give them, read as the contracts write them. */
export const storedInstant = z.coerce.number().transform(toInstant);

/** NULL is unknown: `undefined`. */
export const storedOptionalInstant = z
  .union([z.null(), z.coerce.number()])
  .transform((unixMs) => (unixMs === null ? undefined : toInstant(unixMs)));

export const storedFlag = z.coerce.number().transform((flag) => flag !== 0);
