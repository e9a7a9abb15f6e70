const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that carries (or will set) a session cookie comes from the console itself. Browsers send
 * `Sec-Fetch-Site` on secure pages, and `Origin` with every unsafe method; a request with neither is refused.
 * Source: Fetch Metadata Request Headers, W3C, and OWASP's Cross-Site Request Forgery Prevention Cheat Sheet.
 */
export function isSameSite(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && hostOf(origin) === (request.headers.get('host') ?? new URL(request.url).host);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
