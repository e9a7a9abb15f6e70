import { err, ok, type Result } from '@weft/base';
import { refuse, type Refusal } from './refusal.ts';

/** No body of the API needs more. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Reads a JSON body; stops reading above {@link MAX_BODY_BYTES}, whatever the length header says. */
export async function readJsonBody(request: Request): Promise<Result<unknown, Refusal>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    return err(refuse('unsupported-media', { message: `The body must be application/json, got "${type.slice(0, 80)}".` }));
  const bytes = await readBounded(request.body, MAX_BODY_BYTES);
  if (bytes === undefined) return err(refuse('too-large', { message: `The body is larger than ${MAX_BODY_BYTES} bytes.` }));
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    return err(refuse('invalid', { problems: [`body: ${error instanceof Error ? error.message : 'not JSON'}`] }));
  }
}

async function readBounded(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  if (body === null) return new Uint8Array();
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
