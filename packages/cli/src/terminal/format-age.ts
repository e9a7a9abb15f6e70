const UNITS = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const;

/** A length of time in its two largest units: `3 d 4 h`, `12 s`, `0 s` below a second. */
export function formatAge(ageMs: number): string {
  const first = UNITS.findIndex((unit) => ageMs >= unit.ms);
  const [large, small] = UNITS.slice(first);
  if (first === -1 || large === undefined) return '0 s';
  const whole = Math.floor(ageMs / large.ms);
  const rest = small === undefined ? 0 : Math.floor((ageMs - whole * large.ms) / small.ms);
  return rest === 0 || small === undefined ? `${whole} ${large.name}` : `${whole} ${large.name} ${rest} ${small.name}`;
}
