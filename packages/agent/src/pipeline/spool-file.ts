import type { SealedBatch } from './sealed-batch.ts';

/**
 * A spooled batch: one line of JSON, then the body. The line holds the body's length and xxHash64, so that a file which was cut or
 * damaged anywhere is known as such.
 */
interface SpoolHeader {
  readonly weftSpool: 1;
  readonly batch: string;
  readonly rows: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly bodyBytes: number;
  readonly bodyHash: string;
}

export type SpoolFileCheck =
  | { readonly kind: 'whole'; readonly batch: SealedBatch }
  | { readonly kind: 'damaged'; readonly problem: string };

const LINE_END = 10;
const MAX_HEADER_BYTES = 1024;

export function encodeSpoolFile({ id, rows, body, fromMs, toMs }: SealedBatch): Uint8Array {
  const facts = { weftSpool: 1, batch: id, rows, fromMs, toMs, bodyBytes: body.length } as const;
  const header: SpoolHeader = { ...facts, bodyHash: hashOf(body, facts) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** Pure and total. */
export function decodeSpoolFile(bytes: Uint8Array<ArrayBuffer>): SpoolFileCheck {
  const end = bytes.subarray(0, MAX_HEADER_BYTES).indexOf(LINE_END);
  const header = end === -1 ? undefined : parseHeader(new TextDecoder().decode(bytes.subarray(0, end)));
  if (header === undefined) return { kind: 'damaged', problem: 'it does not begin with its header' };
  const body = bytes.subarray(end + 1);
  if (body.length !== header.bodyBytes) return { kind: 'damaged', problem: `it has ${body.length} bytes of ${header.bodyBytes}` };
  const { bodyHash, ...facts } = header;
  if (hashOf(body, facts) !== bodyHash) return { kind: 'damaged', problem: 'its checksum is wrong' };
  return { kind: 'whole', batch: { id: header.batch, rows: header.rows, body, fromMs: header.fromMs, toMs: header.toMs } };
}

/** Over the facts too: a flipped bit in the batch id would break exactly-once. */
function hashOf(body: Uint8Array, facts: Omit<SpoolHeader, 'bodyHash'>): string {
  const { batch, rows, fromMs, toMs, bodyBytes } = facts;
  return Bun.hash.xxHash64(body, Bun.hash.xxHash64(`${batch} ${rows} ${fromMs} ${toMs} ${bodyBytes}`)).toString(16);
}

function parseHeader(text: string): SpoolHeader | undefined {
  const fields = new Map<string, unknown>(Object.entries(parseObject(text)));
  const [batch, bodyHash] = [fields.get('batch'), fields.get('bodyHash')];
  const [rows, fromMs, toMs, bodyBytes] = ['rows', 'fromMs', 'toMs', 'bodyBytes'].map((name) => fields.get(name));
  if (fields.get('weftSpool') !== 1 || typeof batch !== 'string' || typeof bodyHash !== 'string') return undefined;
  if (typeof rows !== 'number' || typeof fromMs !== 'number' || typeof toMs !== 'number' || typeof bodyBytes !== 'number') return undefined;
  return { weftSpool: 1, batch, rows, fromMs, toMs, bodyBytes, bodyHash };
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
