import { z } from 'zod';
import type { Warehouse, WarehouseParameter } from '../warehouse/warehouse.ts';

/** Rows of an answer when the caller names no limit. */
const DEFAULT_LIMIT = 1_000;

export interface Listing<Row> {
  readonly row: z.ZodType<Row>;
  /** A SELECT without ORDER BY and LIMIT; its columns are named as in the contract. */
  readonly sql: string;
  /** Columns of the SELECT; must end in something unique, so that pages are stable. */
  readonly orderBy: string;
  readonly parameters: Readonly<Record<string, WarehouseParameter>>;
  readonly limit: number | undefined;
}

const counted = z.object({ total: z.int() });

/** The first rows in order, and how many there are; they are counted only when the limit cut them. */
export async function listRows<Row>(warehouse: Warehouse, listing: Listing<Row>): Promise<{ rows: Row[]; total: number }> {
  const limit = listing.limit ?? DEFAULT_LIMIT;
  const rows = await warehouse.query(listing.row, {
    sql: `SELECT * FROM (${listing.sql}) ORDER BY ${listing.orderBy} LIMIT {rowLimit:UInt32}`,
    parameters: { ...listing.parameters, rowLimit: limit },
  });
  if (rows.length < limit) return { rows: [...rows], total: rows.length };
  const [count] = await warehouse.query(counted, { sql: `SELECT count() AS total FROM (${listing.sql})`, parameters: listing.parameters });
  return { rows: [...rows], total: count?.total ?? rows.length };
}
