/** The query of the address as read: a name given once is a text, given several times a list. */
export type UrlParams = Readonly<Record<string, string | readonly string[]>>;

/** `?range=1h&where=a&where=b` to `{ range: '1h', where: ['a', 'b'] }`. */
export function parseParams(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  const read: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    read[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return read;
}

/** The way back; what is unset, empty or not text is left out. Starts with `?` unless nothing is left. */
export function formatParams(params: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one !== '') query.append(name, one);
    }
  }
  return query.size === 0 ? '' : `?${query}`;
}

/** The value of a name that means one thing: the first when it was given several times. */
export function oneOf(params: UrlParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** The values of a name that may be given several times. */
export function allOf(params: UrlParams, name: string): readonly string[] {
  const value = params[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
