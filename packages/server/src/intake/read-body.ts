import { batchLimits } from '@weft/schema';
import { refuse, type Refusal } from '../http/refusal.ts';
import type { Hold } from './byte-budget.ts';
import { RETRY_AFTER_SECONDS, type Bytes } from './unpack-body.ts';

/** Reads a body up to the limit; what lies behind is not read. A sender that goes away in the middle is `batch.not-zstd`. */
export async function readBody(request: Request, hold: Hold): Promise<Bytes | Refusal> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > batchLimits.compressedBytes) return tooLarge();
  if (request.body === null) return refuse('batch.not-zstd', { message: 'The body is empty.' });
  try {
    return await collect(request.body, hold);
  } catch {
    return refuse('batch.not-zstd', { message: 'The body ended early.' });
  }
}

async function collect(body: ReadableStream<Uint8Array>, hold: Hold): Promise<Bytes | Refusal> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > batchLimits.compressedBytes) return tooLarge();
    if (!hold.add(piece.length)) return refuse('overloaded', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    pieces.push(piece);
  }
  return { kind: 'bytes', bytes: Buffer.concat(pieces, size) };
}

function tooLarge(): Refusal {
  return refuse('batch.too-large', { message: `The body is larger than ${batchLimits.compressedBytes} bytes.` });
}
