/** Leading ones of `255.255.255.0`, `/24` or `24`; undefined when it is no netmask. Pure. */
export function netmaskBits(text: string): number | undefined {
  const prefix = /^\/?(\d{1,2})$/.exec(text)?.[1];
  if (prefix !== undefined) return Number(prefix) <= 32 ? Number(prefix) : undefined;
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)) return undefined;
  const binary = parts.map((part) => part.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(binary) ? binary.replace(/0/g, '').length : undefined;
}
