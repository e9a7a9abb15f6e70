/** Where to go after signing in: only within this console, whatever somebody wrote into the address. */
export function safeNext(next: string | undefined): string {
  if (next === undefined) return '/';
  const base = 'https://console.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  if (url.origin !== base) return '/';
  return url.pathname + url.search;
}
