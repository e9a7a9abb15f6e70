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
  return { url: serverUrl(config), stop: () => server.stop() };
}
