import { constants, createZstdDecompress } from 'node:zlib';
import { batchLimits } from '@weft/schema';
import { refuse, type Refusal } from '../http/refusal.ts';
import type { Hold } from './byte-budget.ts';
import { areWholeZstdFrames } from './zstd-frames.ts';

export type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Seconds after which a sender that met a full server should try again. */
export const RETRY_AFTER_SECONDS = 2;

/**
 * Unpacks a body piece by piece, so that a bomb ends at the limit: it never holds more than `unpackedBytes` and one piece.
 */
export async function unpackBody(packed: Uint8Array, hold: Hold): Promise<Bytes | Refusal> {
  if (!areWholeZstdFrames(packed)) return refuse('batch.not-zstd');
  const decoder = createZstdDecompress({ chunkSize: PIECE_BYTES, params: { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG_MAX } });
  decoder.end(packed);
  try {
    return await collect(decoder, hold);
  } catch (error) {
    return refuse('batch.not-zstd', { message: `The body is damaged: ${error instanceof Error ? error.message : 'unknown'}.` });
  } finally {
    decoder.destroy();
  }
}

const PIECE_BYTES = 256 * 1024;
/** 64 MB, as much as a batch may be. */
const WINDOW_LOG_MAX = 26;

async function collect(decoder: AsyncIterable<Uint8Array>, hold: Hold): Promise<Bytes | Refusal> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of decoder) {
    size += piece.length;
    if (size > batchLimits.unpackedBytes) return tooLarge();
    if (!hold.add(piece.length)) return refuse('overloaded', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    pieces.push(piece);
  }
  return { kind: 'bytes', bytes: Buffer.concat(pieces, size) };
}

function tooLarge(): Refusal {
  return refuse('batch.unpacked-too-large', { message: `The body unpacks to more than ${batchLimits.unpackedBytes} bytes.` });
}
