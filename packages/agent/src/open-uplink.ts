import type { Clock, Logger } from '@weft/base';
import type { AgentConfig } from './config/agent-config.ts';
import type { AgentEnvironment } from './config/environment.ts';
import { HttpsTransport } from './uplink/https-transport.ts';
import { proxyFor } from './uplink/proxy-for.ts';
import { fetchServerChain } from './uplink/server-chain.ts';
import { findTrust } from './uplink/trust.ts';
import type { Transport } from './uplink/transport.ts';

/** Long enough for 8 MB over a slow line, short enough to notice a dead one. */
const ATTEMPT_TIMEOUT_MS = 30_000;

/** One attempt per send, to the configured server, verified and through the proxy as configured. */
export function openTransport(
  config: AgentConfig,
  environment: AgentEnvironment,
  stateFolder: string,
  clock: Clock,
  log: Logger,
): Transport {
  const { serverUrl: server, token, caFile, proxyUrl } = config;
  const proxy = proxyFor(server, { configured: proxyUrl, httpsProxy: environment.httpsProxy, noProxy: environment.noProxy });
  const trust = async (): ReturnType<typeof findTrust> => {
    const found = await findTrust({ caFile, token, stateFolder, fetchChain: () => fetchServerChain(server, proxy) });
    log.info('the server is verified', { by: found.kind === 'ca' ? found.source : 'the roots of the system' });
    return found;
  };
  return new HttpsTransport({ server, token, proxy, findTrust: trust, timeoutMs: ATTEMPT_TIMEOUT_MS, nowMs: clock.nowMs });
}
