/** An application key in words: `image:redis|redis-server|service` is `redis-server` of `image:redis`, run by `service`; `python+app.py` is `python app.py`. */
export interface ApplicationLabel {
  readonly program: string;
  /** Empty for keys that are no application's, such as `machine`. */
  readonly owner: string;
  readonly userClass: string;
}

/** Splits the key that `packages/graph` makes; `%7C` and such inside a part are put back. */
export function applicationLabel(key: string): ApplicationLabel {
  const [owner = '', program, userClass = ''] = key.split('|');
  if (program === undefined) return { program: key, owner: '', userClass: '' };
  return { program: decoded(program).replace(/\+(?=[^+])/, ' '), owner: decoded(owner), userClass };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `…/bin/bun …/app/main.ts` for long paths: their ends tell programs apart in a narrow cell, the whole is on hover. */
export function shortProgram(program: string): string {
  return program.replaceAll(/(?:\/[^/\s]+)+(?=(?:\/[^/\s]+){2})/g, '…');
}
