import { promisify } from 'node:util';
import { constants, gzip, zstdCompress } from 'node:zlib';

const gzipAsync = promisify(gzip);
const zstdAsync = promisify(zstdCompress);

/** Below this the headers weigh more than what is saved. */
const MIN_BYTES = 1024;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/;

type Encoding = 'zstd' | 'gzip';

/** Compresses a text answer when the client takes it, off the main thread. */
export async function compressResponse(response: Response, acceptEncoding: string | undefined): Promise<Response> {
  const encoding = chooseEncoding(acceptEncoding ?? '');
  const type = response.headers.get('content-type') ?? '';
  if (encoding === undefined || response.body === null || response.headers.has('content-encoding') || !COMPRESSIBLE.test(type))
    return response;
  const plain = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  if (plain.byteLength < MIN_BYTES) return new Response(plain, { status: response.status, headers });
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  return new Response(await compress(plain, encoding), { status: response.status, headers });
}

/** The first of zstd and gzip that the header names without `q=0`. */
export function chooseEncoding(acceptEncoding: string): Encoding | undefined {
  const taken = new Set(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  if (taken.has('zstd')) return 'zstd';
  return taken.has('gzip') ? 'gzip' : undefined;
}

async function compress(plain: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const packed =
    encoding === 'zstd'
      ? await zstdAsync(plain, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
      : await gzipAsync(plain, { level: 5 });
  return new Uint8Array(packed);
}
