import { z } from 'zod';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { historyBefore } from './whole-hours.ts';

/** Whether anything is known from before the range. Without it everything would be new, so nothing is called new. */
export async function hasHistory(warehouse: Warehouse, range: TimeRange): Promise<boolean> {
  const rows = await warehouse.query(z.unknown(), {
    sql: 'SELECT 1 FROM node_hour WHERE hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)} LIMIT 1',
    parameters: { ...historyBefore(range) },
  });
  return rows.length > 0;
}
