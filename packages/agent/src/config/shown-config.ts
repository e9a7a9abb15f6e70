import { agentTokenTag } from '@weft/schema';
import type { AgentConfig } from './agent-config.ts';

/** The configuration for a log or a screen: the token is its first 8 characters, a proxy has no password. */
export function shownConfig(config: AgentConfig): Record<string, string> {
  return {
    server: config.serverUrl.origin,
    token: `${agentTokenTag(config.token)}…`,
    proxy: shownProxy(config.proxyUrl),
    memlimit: `${Math.round(config.memoryLimitBytes / 1024 ** 2)} MB`,
  };
}

function shownProxy(proxy: string | undefined): string {
  const url = proxy === undefined ? null : URL.parse(proxy);
  if (url === null) return proxy ?? 'from the environment';
  return url.username === '' ? url.origin : `${url.protocol}//${url.username}:…@${url.host}`;
}
