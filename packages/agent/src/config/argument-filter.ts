/** Whether the arguments of this executable are collected. */
export type ArgumentFilter = (exePath: string) => boolean;

export interface CommandLineFilter {
  /** Executables whose arguments are collected; empty is all. A name (`mysql`), a path, or either with `*`. */
  readonly allow: readonly string[];
  /** Executables whose arguments are not collected; wins over `allow`. */
  readonly disallow: readonly string[];
}

/** Pure. A pattern with a slash is compared with the path, one without with the last part of it. */
export function createArgumentFilter({ allow, disallow }: CommandLineFilter): ArgumentFilter {
  if (allow.length === 0 && disallow.length === 0) return () => true;
  const [isAllowed, isDisallowed] = [matcher(allow), matcher(disallow)];
  return (exePath) => (allow.length === 0 || isAllowed(exePath)) && !isDisallowed(exePath);
}

function matcher(patterns: readonly string[]): (exePath: string) => boolean {
  const [paths, names] = [patterns.filter((one) => one.includes('/')), patterns.filter((one) => !one.includes('/'))].map(toExpression);
  return (exePath) => paths?.test(exePath) === true || names?.test(exePath.slice(exePath.lastIndexOf('/') + 1)) === true;
}

/** No pattern matches nothing. */
function toExpression(patterns: readonly string[]): RegExp {
  if (patterns.length === 0) return /(?!)/;
  const escaped = patterns.map((pattern) => pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return new RegExp(`^(?:${escaped.join('|')})$`, 's');
}
