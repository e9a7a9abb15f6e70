import { createApiClient, type ApiClient } from '@weft/schema';
import type { ServerAddress } from './server-address.ts';

/** Longest wait for one answer: longer than the server's own limit for a question, which is 30 s. */
const TIMEOUT_MS = 40_000;

/** A client of the server's API. */
export function openApi(server: ServerAddress): ApiClient {
  return createApiClient({ baseUrl: server.url, headers: authorization(server), fetch: (url, init) => fetchFrom(server, url, init) });
}

export function authorization(server: ServerAddress): Record<string, string> {
  return server.apiKey === undefined ? {} : { authorization: `Bearer ${server.apiKey}` };
}

/** `fetch` that trusts the server's own CA. */
export function fetchFrom(server: ServerAddress, url: string, init: RequestInit = {}): Promise<Response> {
  const tls = server.caPem === undefined ? {} : { tls: { ca: server.caPem } };
  return fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init, ...tls });
}
