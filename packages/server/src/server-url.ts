import { hostname } from 'node:os';
import type { ServerConfig } from './config/server-config.ts';

/** The address to tell people: the machine's name when the server listens on all addresses. */
export function serverUrl({ host, port }: Pick<ServerConfig, 'host' | 'port'>): string {
  const name = host === '::' || host === '0.0.0.0' ? hostname() : host;
  return `https://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
