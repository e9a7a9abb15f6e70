import { fetchFrom } from './open-api.ts';
import type { ServerAddress } from './server-address.ts';

const PROBE_TIMEOUT_MS = 3000;

/** Whether the server takes data and answers questions; `unreachable` also when its certificate is not the expected one. */
export async function askReadiness(server: ServerAddress): Promise<'ready' | 'not-ready' | 'unreachable'> {
  try {
    const response = await fetchFrom(server, `${server.url}/readyz`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return response.ok ? 'ready' : 'not-ready';
  } catch {
    return 'unreachable';
  }
}
