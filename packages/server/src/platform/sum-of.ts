/** Agents' numbers have up to 53 bits each: their sum stops there, as the contract's whole numbers do. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return Math.min(Number.MAX_SAFE_INTEGER, sum);
}
