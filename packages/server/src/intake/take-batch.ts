import type { Clock } from '@weft/base';
import type { BatchAnswer, BatchHeader } from '@weft/schema';
import type { Database } from '../database/database.ts';
import { refuse } from '../http/refusal.ts';
import { createHold, type ByteBudget, type Hold } from './byte-budget.ts';
import type { Sender } from './group.ts';
import type { Queued } from './group-queue.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import type { IntakeFacts } from './intake-facts.ts';
import type { IntakeMetrics } from './intake-metrics.ts';
import { findStoredBatch } from './ledger.ts';
import { parseBatch, readHeader, type ParsedBatch } from './parse-batch.ts';
import { readBody } from './read-body.ts';
import type { Taken } from './taken.ts';
import type { TimeSpan } from './row-check.ts';
import { RETRY_AFTER_SECONDS, unpackBody } from './unpack-body.ts';

export interface TakeBatchParts {
  readonly clock: Clock;
  readonly database: Database;
  readonly budget: ByteBudget;
  readonly facts: IntakeFacts;
  readonly metrics: IntakeMetrics;
  readonly queue: { readonly add: (sender: Sender, batch: ParsedBatch) => Queued };
  /** Times that rows may have, seen from now. */
  readonly span: (nowMs: number) => TimeSpan;
}

/** Takes the body of a sender whose headers are good: from its first byte to the acknowledgement. */
export type TakeBatch = (request: Request, tokenId: string) => Promise<Taken>;

export function createTakeBatch(parts: TakeBatchParts): TakeBatch {
  const inFlight = createInFlight();
  return async (request, tokenId) => {
    const hold = createHold(parts.budget);
    try {
      return await takeHeld(parts, { request, tokenId, hold, inFlight });
    } finally {
      hold.release();
    }
  };
}

interface Arrival {
  readonly request: Request;
  readonly tokenId: string;
  readonly hold: Hold;
  readonly inFlight: InFlight;
}

async function takeHeld(parts: TakeBatchParts, { request, tokenId, hold, inFlight }: Arrival): Promise<Taken> {
  const packed = await readBody(request, hold);
  if (packed.kind === 'refused') return packed;
  const arrivedMs = parts.clock.monotonicMs();
  const unpacked = await unpackBody(packed.bytes, hold);
  if (unpacked.kind === 'refused') return unpacked;
  const header = readHeader(unpacked.bytes);
  if ('kind' in header) return header;
  parts.metrics.receivedBytes.inc(packed.bytes.length);
  parts.metrics.unpackedBytes.inc(unpacked.bytes.length);
  return inFlight.once(header.batch, (settled) => takeNew(parts, { header, bytes: unpacked.bytes, tokenId, arrivedMs, settled }));
}

interface NewBatch {
  readonly header: BatchHeader;
  readonly bytes: Uint8Array;
  readonly tokenId: string;
  readonly arrivedMs: number;
  /** Takes the promise after which the ledger knows the batch, or nothing of it remains. */
  readonly settled: (promise: Promise<void>) => void;
}

async function takeNew(parts: TakeBatchParts, { header, bytes, tokenId, arrivedMs, settled }: NewBatch): Promise<Taken> {
  const before = await findStoredBatch(parts.database, header.batch);
  if (before !== undefined) {
    return {
      kind: 'taken',
      answer: { status: 'duplicate', stored: before.rows, rejected: [], rejectedCount: before.rejectedRows, ignoredColumns: [] },
    };
  }
  const receivedAtMs = parts.clock.nowMs();
  const receivedAt = new Date(receivedAtMs).toISOString();
  const batch = await parseBatch(bytes, header, { span: parts.span(receivedAtMs), receivedAt, pause: nextTurn });
  if (batch.kind === 'refused') return batch;
  const queued = parts.queue.add({ header, tokenId, receivedAtMs }, batch);
  settled(queued.settled);
  const { kind } = await queued.outcome;
  if (kind === 'full') return refuse('storage.full', { retryAfterSeconds: FULL_RETRY_SECONDS });
  if (kind === 'failed') return refuse('storage.failed', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  parts.facts.stored({ rows: batch.rows, rejectedRows: batch.rejectedCount, seconds: (parts.clock.monotonicMs() - arrivedMs) / 1000 });
  return { kind: 'taken', answer: answerOf(batch) };
}

/** A full disk does not get empty at once. */
export const FULL_RETRY_SECONDS = 15;

function answerOf(batch: ParsedBatch): BatchAnswer {
  return {
    status: 'stored',
    stored: batch.rows,
    rejected: [...batch.rejected],
    rejectedCount: batch.rejectedCount,
    ignoredColumns: [...batch.ignoredColumns],
  };
}

/** Lets sockets and timers have their turn. */
async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
