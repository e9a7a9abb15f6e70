import { join, normalize } from 'node:path';

/** The console's built files, as the server hands them out. */
export type ConsoleFiles = (path: string) => Promise<Response | undefined>;

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Weft</title>
<h1>The console is not built</h1>
<p>The server runs; its API answers under /api/v1. Build the console with
<code>bun packages/console/build.ts</code> in the checkout, or start everything with <code>./weft up</code>.</p>
</html>
`;

/** `assets/` holds files with their content's hash in the name: a new build makes new names. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves `consoleDir`. Any path that is no file is a page of the console and gets `index.html`; a missing file
 * under `assets/` is undefined, so that a stale page learns that it is stale.
 */
export function createConsoleFiles(consoleDir: string): ConsoleFiles {
  const read = async (path: string, cacheControl: string): Promise<Response | undefined> => {
    const file = Bun.file(join(consoleDir, path));
    if (!(await file.exists())) return undefined;
    return new Response(file, { headers: { 'content-type': file.type, 'cache-control': cacheControl } });
  };
  return async (path) => {
    const wanted = insideOf(path);
    if (wanted === undefined) return undefined;
    if (wanted.startsWith('assets/')) return read(wanted, IMMUTABLE);
    const file = wanted === '' ? undefined : await read(wanted, 'no-cache');
    return file ?? (await read('index.html', 'no-cache')) ?? notBuilt();
  };
}

/** The path relative to the folder; undefined when it leads out of it or cannot be decoded. */
function insideOf(path: string): string | undefined {
  try {
    const wanted = normalize(decodeURIComponent(path)).replace(/^\/+/, '');
    return wanted.startsWith('..') || wanted.includes('\0') ? undefined : wanted;
  } catch {
    return undefined;
  }
}

function notBuilt(): Response {
  return new Response(NOT_BUILT, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}
