import { batchHeader, batchLimits, type BatchHeader, type WireTable } from '@weft/schema';
import { refuse, type Refusal } from '../http/refusal.ts';
import { checkedRow, type TimeSpan } from './row-check.ts';

export interface RejectedLine {
  /** 1-based; the header is line 1. */
  readonly line: number;
  readonly problem: string;
}

/** A batch as it goes to the warehouse: text per table, with the server's columns. */
export interface ParsedBatch {
  readonly kind: 'parsed';
  readonly tables: ReadonlyMap<WireTable, TableRows>;
  readonly rows: number;
  /** The first ones. */
  readonly rejected: readonly RejectedLine[];
  readonly rejectedCount: number;
  /** `table.column` that this server does not know. */
  readonly ignoredColumns: readonly string[];
}

export interface TableRows {
  readonly rows: number;
  /** JSON objects, one a line. */
  readonly ndjson: Uint8Array;
}

const MAX_REJECTED_SHOWN = 100;
const MAX_IGNORED_SHOWN = 100;
/** Lines between two looks at what else waits: about 5 ms. */
const LINES_A_TURN = 1000;
const NEWLINE = 10;

/** The first line. */
export function readHeader(bytes: Uint8Array): BatchHeader | Refusal {
  const end = bytes.indexOf(NEWLINE);
  const line = readLine(bytes.subarray(0, end === -1 ? bytes.length : end));
  if (line.kind === 'bad') return refuse('batch.header', { problems: [line.problem] });
  const header = batchHeader.safeParse(line.value);
  if (header.success) return header.data;
  return refuse('batch.header', { problems: header.error.issues.map((issue) => `${issue.path.join('.') || 'header'}: ${issue.message}`) });
}

/**
 * Checks every line; bad ones are named and left out. `pause` lets other requests have their turn.
 * Refused when the number of rows is not what the header says: a part of a batch must not be taken for all of it.
 */
export async function parseBatch(
  bytes: Uint8Array,
  header: BatchHeader,
  options: { readonly span: TimeSpan; readonly receivedAt: string; readonly pause: () => Promise<void> },
): Promise<ParsedBatch | Refusal> {
  const batch = new BatchInMaking(options.span, suffixOf(header, options.receivedAt));
  const firstEnd = bytes.indexOf(NEWLINE);
  let at = firstEnd === -1 ? bytes.length : firstEnd + 1;
  while (at < bytes.length && batch.lines <= header.rows) {
    const found = bytes.indexOf(NEWLINE, at);
    const end = found === -1 ? bytes.length : found;
    batch.add(bytes.subarray(at, end));
    at = end + 1;
    if (batch.lines % LINES_A_TURN === 0) await options.pause();
  }
  if (batch.lines === header.rows) return batch.finish();
  const found = batch.lines > header.rows ? 'more' : batch.lines;
  return refuse('batch.header', { problems: [`rows: the header says ${header.rows}, the batch has ${found}`] });
}

function suffixOf(header: BatchHeader, receivedAt: string): string {
  return `,${JSON.stringify({ machine_id: header.machine, batch_id: header.batch, received_at: receivedAt }).slice(1)}`;
}

class BatchInMaking {
  readonly #span: TimeSpan;
  readonly #suffix: string;
  readonly #texts = new Map<WireTable, string[]>();
  readonly #rejected: RejectedLine[] = [];
  readonly #ignored = new Set<string>();
  #rejectedCount = 0;
  /** Lines seen, without the header. */
  lines = 0;

  constructor(span: TimeSpan, suffix: string) {
    this.#span = span;
    this.#suffix = suffix;
  }

  add(bytes: Uint8Array): void {
    this.lines += 1;
    const line = readLine(bytes);
    const row = line.kind === 'bad' ? line : checkedRow(line.value, this.#span, this.#suffix);
    if (row.kind === 'bad') return this.#reject(row.problem);
    for (const column of row.unknownColumns)
      if (this.#ignored.size < MAX_IGNORED_SHOWN) this.#ignored.add(`${row.table}.${column.slice(0, 80)}`);
    const texts = this.#texts.get(row.table);
    if (texts === undefined) this.#texts.set(row.table, [row.text]);
    else texts.push(row.text);
    return undefined;
  }

  #reject(problem: string): void {
    this.#rejectedCount += 1;
    if (this.#rejected.length < MAX_REJECTED_SHOWN) this.#rejected.push({ line: this.lines + 1, problem });
  }

  finish(): ParsedBatch {
    const tables = new Map(
      [...this.#texts].map(([table, texts]) => [table, { rows: texts.length, ndjson: Buffer.from(`${texts.join('\n')}\n`) }]),
    );
    return {
      kind: 'parsed',
      tables,
      rows: this.lines - this.#rejectedCount,
      rejected: this.#rejected,
      rejectedCount: this.#rejectedCount,
      ignoredColumns: [...this.#ignored],
    };
  }
}

type Line = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'bad'; readonly problem: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readLine(bytes: Uint8Array): Line {
  if (bytes.length > batchLimits.lineBytes) return bad(`the line has ${bytes.length} bytes, at most ${batchLimits.lineBytes} are taken`);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return bad('the line is not valid UTF-8');
  }
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value };
  } catch (error) {
    return bad(`the line is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`);
  }
}

function bad(problem: string): { readonly kind: 'bad'; readonly problem: string } {
  return { kind: 'bad', problem };
}
