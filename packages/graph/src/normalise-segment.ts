/** Architecture words: digits that say what a thing is, not which one. */
const ARCHITECTURE = String.raw`x86[_-]64|amd64|arm64|aarch64|i[3-6]86|lib(?:32|64)|linux64|x64(?![0-9A-Za-z])`;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const TOKEN = new RegExp(`(${ARCHITECTURE})|(${UUID})|([0-9A-Za-z]+)`, 'gi');

/** `3.11` in `python3.11`, `8.2` in `php8.2-fpm`: a dotted version glued to a word. */
const GLUED_VERSION = /(?<=[A-Za-z])\d+(?:\.\d+)+(?![0-9A-Za-z])/g;
const NUMBER_OR_VERSION = /^[vr]?\d+(?:(?:a|b|p|u|rc|alpha|beta)\d+)?$/i;
const SHORT_HASH = /^(?=.*\d)[0-9a-f]{8,}$/i;
const LONG_HASH = /^[0-9a-f]{16,}$/i;
/** Base32, base36 and base64 names, such as those of a Nix store. */
const LONG_NAME = /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z]{20,}$/;

/** What a digit run glued to a word is: `strict`, a counter or pid; `lenient`, part of a packaged name (`base64`, `bzip2`). */
export type GluedDigits = 'strict' | 'lenient';

/**
 * One path segment without what changes from run to run, machine to machine or release to release:
 * versions, numbers, hashes and uuids become `*`. Idempotent.
 *
 * @example normaliseSegment('app-1.2.3.jar', 'strict') // 'app-*.jar'
 */
export function normaliseSegment(segment: string, gluedDigits: GluedDigits): string {
  return collapseStars(
    segment
      .replace(GLUED_VERSION, '')
      .replace(TOKEN, (token: string, architecture?: string, uuid?: string) =>
        architecture === undefined ? (uuid === undefined ? normaliseToken(token, gluedDigits) : '*') : token,
      ),
  );
}

/** `*.*-*` says no more than `*`. */
export function collapseStars(text: string): string {
  return text.replace(/\*(?:[-.,_~+:]*\*)+/g, '*');
}

function normaliseToken(token: string, gluedDigits: GluedDigits): string {
  if ([NUMBER_OR_VERSION, SHORT_HASH, LONG_HASH, LONG_NAME].some((pattern) => pattern.test(token))) return '*';
  const longRuns = token.replace(/\d{4,}/g, '*');
  return gluedDigits === 'strict' ? longRuns.replace(/\d+$/, '*') : longRuns;
}
