/**
 * The batch: what an agent sends to `POST /intake/v1/batches`.
 *
 * Body: NDJSON in zstd (`Content-Type: application/x-ndjson`, `Content-Encoding: zstd`). The first line is a
 * {@link BatchHeader}; each other line is a {@link WireLine}. Headers: `Authorization: Bearer <agent token>` and
 * `Weft-Sent-At`, the agent's clock at this attempt (ISO 8601), by which the server tells a wrong clock.
 *
 * The batch id makes it exactly once: a batch sent again under the same id is acknowledged and not stored again.
 */
import { z } from 'zod';
import type { WireRow, WireTable } from '../catalogue/row.ts';

export const batchFormat = 1;

export const batchHeader = z.strictObject({
  format: z.literal(batchFormat),
  /** UUID, chosen once when the batch is sealed. */
  batch: z.uuid(),
  /** `machineId` of the sender; every row of the batch belongs to it. */
  machine: z
    .string()
    .min(8)
    .max(128)
    .regex(/^[\w.:/-]+$/),
  hostname: z.string().min(1).max(255),
  agent: z.strictObject({ version: z.string().min(1).max(64) }),
  /** Rows that follow. A good row has 64 bytes or more, so more do not fit into a batch. */
  rows: z.int().min(0).max(1_048_576),
});
export type BatchHeader = z.infer<typeof batchHeader>;

/** One row with the table it goes to, as one JSON object: `{"table":"exec","pid":42,…}`. */
export type WireLine = { [T in WireTable]: { readonly table: T } & WireRow<T> }[WireTable];

/** Most a batch may hold; the server answers 413 above. */
export const batchLimits = {
  compressedBytes: 8 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  /** One line; a longer one is rejected alone. */
  lineBytes: 1024 * 1024,
  /** How far `Weft-Sent-At` may be from the server's clock. */
  clockSkewMs: 24 * 60 * 60 * 1000,
} as const;

export const rejectedLine = z.object({
  /** 1-based, the header is line 1. */
  line: z.int(),
  problem: z.string(),
});

/** Answer to a batch: 200 when all of it is stored, 422 when lines were rejected and the others are stored. */
export const batchAnswer = z.object({
  /** `duplicate`: this batch id was stored before; nothing was stored now. */
  status: z.enum(['stored', 'duplicate']),
  stored: z.int(),
  /** At most 100 of the rejected lines. */
  rejected: z.array(rejectedLine),
  rejectedCount: z.int(),
  /** `table.column` names this server does not know; the rows are stored without them. */
  ignoredColumns: z.array(z.string()),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;
