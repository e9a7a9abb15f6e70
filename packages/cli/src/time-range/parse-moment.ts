const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A moment as a person writes it: so long ago (`90s`, `15m`, `24h`, `7d`, `2w`), or a date with or without time. Unix ms; undefined when it is neither. */
export function parseMoment(text: string, nowMs: number): number | undefined {
  const [, amount, unit = ''] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  if (amount !== undefined && unitMs !== undefined) return inCalendar(nowMs - Number(amount) * unitMs);
  return /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
    ? inCalendar(Date.parse(text))
    : undefined;
}

/** Years 1970 to 9999: what fits an ISO date of four digits. */
function inCalendar(atMs: number): number | undefined {
  return atMs >= 0 && atMs < 253_402_300_800_000 ? atMs : undefined;
}
