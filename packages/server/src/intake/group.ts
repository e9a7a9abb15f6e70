import type { BatchHeader, WireTable } from '@weft/schema';
import type { ParsedBatch } from './parse-batch.ts';

/** What the ledger and the agents' table keep of a batch. */
export interface StoredBatch {
  readonly id: string;
  readonly machine: string;
  readonly hostname: string;
  readonly version: string;
  readonly tokenId: string;
  readonly rows: number;
  readonly rejectedRows: number;
  /** Unix milliseconds. */
  readonly receivedAtMs: number;
}

/** Batches that are stored together: one insertion a table. */
export interface Group {
  /** Makes the insertions' tokens, so that a repetition stores nothing twice. */
  readonly id: string;
  readonly batches: readonly StoredBatch[];
  readonly tables: ReadonlyMap<WireTable, Uint8Array>;
}

export interface Sender {
  readonly header: BatchHeader;
  readonly tokenId: string;
  readonly receivedAtMs: number;
}

/** A group that still takes batches. */
export class OpenGroup {
  readonly id: string;
  readonly #batches: StoredBatch[] = [];
  readonly #pieces = new Map<WireTable, Uint8Array[]>();
  rows = 0;
  sizeBytes = 0;

  constructor(id: string) {
    this.id = id;
  }

  add({ header, tokenId, receivedAtMs }: Sender, batch: ParsedBatch): void {
    this.#batches.push({
      id: header.batch,
      machine: header.machine,
      hostname: header.hostname,
      version: header.agent.version,
      tokenId,
      rows: batch.rows,
      rejectedRows: batch.rejectedCount,
      receivedAtMs,
    });
    this.rows += batch.rows;
    for (const [table, { ndjson }] of batch.tables) {
      this.sizeBytes += ndjson.length;
      const pieces = this.#pieces.get(table);
      if (pieces === undefined) this.#pieces.set(table, [ndjson]);
      else pieces.push(ndjson);
    }
  }

  close(): Group {
    const tables = new Map(
      [...this.#pieces].map(([table, pieces]) => [table, pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces)]),
    );
    return { id: this.id, batches: this.#batches, tables };
  }
}
