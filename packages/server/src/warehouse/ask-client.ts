import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { boundedSelect } from './statement.ts';
import { WarehouseTimeout, type Question } from './warehouse.ts';

/** A question's time when it names none. */
const TIMEOUT_MS = 30_000;

/** ClickHouse error codes TIMEOUT_EXCEEDED and TOO_SLOW. */
const timeoutCodes = new Set<unknown>(['159', '160']);

/** Asks through a client and reads each row. @throws WarehouseTimeout */
export async function askClient<Row>(client: ClickHouseClient, row: z.ZodType<Row>, question: Question): Promise<readonly Row[]> {
  const timeoutMs = question.timeoutMs ?? TIMEOUT_MS;
  try {
    const answer = await client.query({
      query: boundedSelect(question.sql, timeoutMs),
      format: 'JSONEachRow',
      query_params: { ...question.parameters },
    });
    return z.array(z.preprocess(withSafeNumbers, row)).parse(await answer.json());
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new WarehouseTimeout(`The question took longer than ${timeoutMs} ms.`, { cause: error });
  }
}

/**
 * Agents' numbers have up to 53 bits, their sums up to 64. A sum that JavaScript cannot tell exactly stops at the largest it
 * can: one agent's forged numbers must not turn everybody's graph into a fault.
 */
function withSafeNumbers(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const isUnsafe = (value: unknown): boolean => typeof value === 'number' && value > Number.MAX_SAFE_INTEGER;
  if (!Object.values(row).some(isUnsafe)) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isUnsafe(value) ? Number.MAX_SAFE_INTEGER : value]));
}

function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && timeoutCodes.has(error.code);
}
