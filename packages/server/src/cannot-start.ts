import { NewerSchema } from './database/apply-migrations.ts';

/** The server cannot start, for a reason its owner can mend; the message says what and how. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Runs a step of the start; a fault says what could not be done and how to mend it. */
export async function startStep<T>(what: string, mend: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    if (error instanceof NewerSchema) throw new CannotStart(error.message, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`cannot ${what}: ${reason.replace(/\.?\s*$/, '.')} ${mend}`, { cause: error });
  }
}
