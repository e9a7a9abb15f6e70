/** IPv4 and IPv6 addresses as text. */

/** Bytes in network order; IPv6 as RFC 5952 wants it. */
export function formatAddress(view: DataView, at: number, family: 4 | 6): string {
  return family === 4 ? formatIpv4(view, at) : formatIpv6(view, at);
}

function formatIpv4(view: DataView, at: number): string {
  return `${view.getUint8(at)}.${view.getUint8(at + 1)}.${view.getUint8(at + 2)}.${view.getUint8(at + 3)}`;
}

function formatIpv6(view: DataView, at: number): string {
  const groups: number[] = [];
  for (let group = 0; group < 8; group += 1) groups.push(view.getUint16(at + group * 2));
  const zeros = longestZeros(groups);
  if (zeros.length < 2) return hex(groups);
  return `${hex(groups.slice(0, zeros.start))}::${hex(groups.slice(zeros.start + zeros.length))}`;
}

function hex(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let run = 0;
  for (const [index, group] of groups.entries()) {
    run = group === 0 ? run + 1 : 0;
    if (run > best.length) best = { start: index - run + 1, length: run };
  }
  return best;
}
