import type { SealedBatch } from '../pipeline/sealed-batch.ts';
import { readAnswer } from './read-answer.ts';
import type { SendOutcome, Transport } from './transport.ts';
import type { Trust } from './trust.ts';

export interface HttpsOptions {
  /** `https://host[:port]`. */
  readonly server: URL;
  readonly token: string;
  readonly proxy: string | undefined;
  /** Asked once; asked again after it threw. */
  readonly findTrust: () => Promise<Trust>;
  readonly timeoutMs: number;
  readonly nowMs: () => number;
}

const PATH = '/intake/v1/batches';
/** The server names 100 rejected lines at most. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Sends batches over HTTPS, one attempt each. TLS 1.2 at least: what BoringSSL in Bun offers. */
export class HttpsTransport implements Transport {
  readonly #options: HttpsOptions;
  #trust: Trust | undefined;

  constructor(options: HttpsOptions) {
    this.#options = options;
  }

  readonly send = async (batch: SealedBatch, signal: AbortSignal): Promise<SendOutcome> => {
    const { timeoutMs, nowMs } = this.#options;
    try {
      this.#trust ??= await this.#options.findTrust();
      const response = await this.#post(batch, this.#trust, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
      const { status, headers } = response;
      return readAnswer({ status, retryAfter: headers.get('retry-after'), body: await beginningOf(response) }, nowMs());
    } catch (error) {
      return { kind: 'retry', afterMs: undefined, reason: reasonOf(error) };
    }
  };

  readonly close = (): void => {
    this.#trust = undefined;
  };

  async #post(batch: SealedBatch, trust: Trust, signal: AbortSignal): Promise<Response> {
    const { server, token, proxy, nowMs } = this.#options;
    return await fetch(new URL(PATH, server), {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/x-ndjson',
        'Content-Encoding': 'zstd',
        'Weft-Sent-At': new Date(nowMs()).toISOString(),
      },
      body: batch.body,
      redirect: 'error',
      signal,
      ...(proxy === undefined ? {} : { proxy }),
      tls: trust.kind === 'ca' ? { ca: trust.pem } : {},
    });
  }
}

/** What answers need not be the server, and need not end. */
async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && !error.message.startsWith(String(error.code)) ? `${String(error.code)}: ` : '';
  return `${code}${error.message}`;
}
