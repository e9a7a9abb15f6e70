/** Unix milliseconds as the contracts write an instant: ISO 8601 with milliseconds and `Z`. */
export function toInstant(unixMs: number): string {
  return new Date(unixMs).toISOString();
}
