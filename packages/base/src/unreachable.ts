/** Ends an exhaustive switch: a new kind stops the build here, and a forged one throws with its value. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable value: ${JSON.stringify(value)}`);
}
