/** Proxy settings as the environment gives them; lower-case names win, as in curl. */
export interface ProxySettings {
  /** `proxyurl` of the configuration; wins over the environment. `direct` is none. */
  readonly configured: string | undefined;
  readonly httpsProxy: string | undefined;
  /** Comma-separated hosts, domains, `host:port` or `*`. */
  readonly noProxy: string | undefined;
}

/** The proxy for a server; undefined is direct. Pure. */
export function proxyFor(server: URL, { configured, httpsProxy, noProxy }: ProxySettings): string | undefined {
  if (configured === 'direct' || isExcepted(server, noProxy ?? '')) return undefined;
  const proxy = configured ?? httpsProxy;
  if (proxy === undefined || proxy === '') return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function isExcepted(server: URL, noProxy: string): boolean {
  const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = server.port === '' ? '443' : server.port;
  return noProxy
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .some((entry) => entry === '*' || isNamed(host, port, entry));
}

function isNamed(host: string, port: string, entry: string): boolean {
  if (entry === '') return false;
  const withPort = /^(.+):(\d+)$/.exec(entry);
  const hasPort = withPort !== null && !entry.includes('::');
  if (hasPort && withPort[2] !== port) return false;
  const name = (hasPort ? (withPort[1] ?? '') : entry).replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
  return host === name || host.endsWith(`.${name}`);
}
