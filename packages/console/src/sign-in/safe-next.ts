/** Where to go after signing in: only within this console, whatever somebody wrote into the address. */
export function safeNext(next: string | undefined): string {
  if (next === undefined) return '/';
  const base = 'https://console.invalid';
  const url = URL.parse(next, base);
  if (url === null || url.origin !== base || !next.startsWith('/')) return '/';
  return url.pathname + url.search;
}
