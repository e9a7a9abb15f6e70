export type AddressKind = 'loopback' | 'internal' | 'external';

/** Canonical text of an address, and where it leads. */
export interface IpAddress {
  readonly kind: AddressKind;
  /** Dotted quad, or IPv6 as RFC 5952 writes it; IPv4 mapped into IPv6 is IPv4. */
  readonly text: string;
  /** The block an external peer stands for: IPv4 /24, IPv6 /48. */
  readonly network: string;
}

/** Networks that never leave an organisation. Sources: RFC 1918, 3927, 6598, 6890, 5771 (multicast). */
const INTERNAL_V4 =
  /^(?:0|10|22[4-9]|23\d|255)\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.0\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
/** `::`, unique local, link-local, multicast. Sources: RFC 4193, 4291. */
const INTERNAL_V6 = /^(?:::$|f[cd]..:|fe[89ab].:|ff..:)/;

/** Reads an address as the kernel or a name server gives it; undefined when it is none. */
export function parseIpAddress(address: string): IpAddress | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return bare.includes(':') ? parseV6(bare) : parseV4(bare);
}

function parseV4(text: string): IpAddress | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  const canonical = parts.join('.');
  const kind = canonical.startsWith('127.') ? 'loopback' : INTERNAL_V4.test(canonical) ? 'internal' : 'external';
  return { kind, text: canonical, network: `${parts.slice(0, 3).join('.')}.0/24` };
}

function parseV6(text: string): IpAddress | undefined {
  const canonical = canonicalV6(text);
  if (canonical === undefined) return undefined;
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (mapped !== null) return parseV4(dottedQuad(mapped[1] ?? '', mapped[2] ?? ''));
  const kind = canonical === '::1' ? 'loopback' : INTERNAL_V6.test(canonical) ? 'internal' : 'external';
  return { kind, text: canonical, network: `${canonicalV6(`${firstGroups(canonical).join(':')}::`) ?? canonical}/48` };
}

/** The URL standard's host parser writes IPv6 as RFC 5952 does. */
function canonicalV6(text: string): string | undefined {
  const groups = text.replace(/[\d.]+\.[\d.]+$/, (quad) => groupsOf(quad));
  if (!/^[0-9a-fA-F:]+$/.test(groups)) return undefined;
  return URL.parse(`http://[${groups}]/`)?.hostname.slice(1, -1);
}

/** IPv4 at the end, which Bun's URL parser does not take everywhere it may stand; left as it is when it is none. */
function groupsOf(quad: string): string {
  const [a = 256, b = 256, c = 256, d = 256] = quad.split('.').map(Number);
  return [a, b, c, d].some((part) => part > 255) ? quad : `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function firstGroups(canonical: string): string[] {
  const [head = ''] = canonical.split('::');
  return [...(head === '' ? [] : head.split(':')), '0', '0', '0'].slice(0, 3);
}

function dottedQuad(high: string, low: string): string {
  const value = [high, low].map((group) => Number.parseInt(group, 16));
  return value.flatMap((group) => [Math.floor(group / 256), group % 256]).join('.');
}
