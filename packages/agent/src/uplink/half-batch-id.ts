import { createHash } from 'node:crypto';

/** Id of one half of a batch: always the same one, so that splitting again after a crash stores nothing twice. A UUID of version 8 (RFC 9562). */
export function halfBatchId(batchId: string, half: 'first' | 'second'): string {
  const hex = createHash('sha256').update(`${batchId}/${half}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
