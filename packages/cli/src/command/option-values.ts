/** Values of the options that were given, by name. A switch holds true. */
export type OptionValues = ReadonlyMap<string, string | true>;

export function hasSwitch(values: OptionValues, name: string): boolean {
  return values.get(name) === true;
}

export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}
