export interface OsRelease {
  readonly id: string;
  readonly version: string;
  readonly description: string;
}

/** Reads the text of `/etc/os-release` (os-release(5)); what it does not say is `unknown`. Pure. */
export function parseOsRelease(text: string): OsRelease {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([A-Z_0-9]+)=(.*)$/.exec(line.trim());
    if (match !== null) values.set(match[1] ?? '', unquote(match[2] ?? ''));
  }
  const id = values.get('ID') ?? 'unknown';
  const version = values.get('VERSION_ID') ?? values.get('BUILD_ID') ?? 'unknown';
  return { id, version, description: values.get('PRETTY_NAME') ?? values.get('NAME') ?? id };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1).replace(/\\([\\"$`])/g, '$1') : text;
}
