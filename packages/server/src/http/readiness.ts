import { z } from 'zod';
import type { ServerParts } from '../server-parts.ts';

const TIMEOUT_MS = 2_000;

/**
 * Ready means: both stores answer and the intake takes batches. Answers why not, or undefined. Whoever asks while the stores
 * are being asked gets the same answer: anybody may ask, and questions would queue up before the warehouse's readers.
 */
export function createReadiness({
  warehouse,
  database,
  intakeStatus,
}: Pick<ServerParts, 'warehouse' | 'database' | 'intakeStatus'>): () => Promise<string | undefined> {
  const askStores = async (): Promise<string | undefined> => {
    const answers = await Promise.all([
      whyNot('the warehouse', warehouse.query(z.unknown(), { sql: 'SELECT 1', timeoutMs: TIMEOUT_MS })),
      whyNot('the database', database.query(z.unknown(), 'SELECT 1')),
    ]);
    asking = undefined;
    return answers.find((answer) => answer !== undefined);
  };
  let asking: Promise<string | undefined> | undefined;
  return async () => {
    const { state } = intakeStatus();
    if (state === 'starting' || state === 'closing') return `the intake is ${state}`;
    asking ??= askStores();
    return asking;
  };
}

async function whyNot(store: string, question: Promise<unknown>): Promise<string | undefined> {
  try {
    await question;
    return undefined;
  } catch {
    return `${store} does not answer`;
  }
}
