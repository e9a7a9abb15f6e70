import type { ServerConfig } from './config/server-config.ts';
import type { HttpApp } from './http/create-http-app.ts';
import { serverUrl } from './server-url.ts';
import type { TlsIdentity } from './tls/tls-identity.ts';

export interface Listener {
  readonly url: string;
  /** Takes no more connections; resolves when the running requests are answered. */
  readonly stop: () => Promise<void>;
}

/** Longer than the longest question. In seconds. */
const IDLE_TIMEOUT_SECONDS = 120;
const STOP_WITHIN_MS = 15_000;
/** Above every limit of our own, so that ours answer with their reason. */
const MAX_BODY_BYTES = 256 * 1024 * 1024;

/** HTTPS on the configured address. TLS 1.2 at least: BoringSSL's floor in Bun, held by a test. */
export function listen(config: Pick<ServerConfig, 'host' | 'port'>, tls: TlsIdentity, app: HttpApp): Listener {
  const server = Bun.serve({
    hostname: config.host,
    port: config.port,
    idleTimeout: IDLE_TIMEOUT_SECONDS,
    maxRequestBodySize: MAX_BODY_BYTES,
    tls: { cert: tls.chainPem, key: tls.keyPem },
    fetch: async (request, from) => app(request, from.requestIP(request)?.address ?? 'unknown'),
  });
  return {
    url: serverUrl(config),
    stop: async () => {
      // A sender that does not go on, or a long question, must not hold up the end; nothing of theirs was acknowledged.
      const cut = setTimeout(() => void server.stop(true), STOP_WITHIN_MS);
      await server.stop();
      clearTimeout(cut);
    },
  };
}
