import { interpreterName } from './interpreter.ts';
import { collapseStars, normaliseSegment } from './normalise-segment.ts';

/** Where packages put programs: the name alone tells which one it is, on every distribution. */
const PACKAGE_DIRECTORY = /^\/(?:usr\/(?:local\/)?)?(?:bin|sbin|lib|lib32|lib64|libexec|games)\//;
const TEMPORARY_DIRECTORY = /^(\/(?:tmp|var\/tmp|dev\/shm|run\/user\/[^/]+)\/)(.*\/)?([^/]*)$/;

/** Keys are columns of every row: longer ones are cut in the middle. */
const maxCharacters = 200;

/**
 * The executable (or script) as a name that is the same for every run, release and machine: the basename inside
 * package directories, the normalised full path elsewhere. Idempotent.
 *
 * @example normaliseExecutable('/usr/bin/python3.11') // 'python'
 * @example normaliseExecutable('/srv/x-1.2') // '/srv/x-*'
 */
export function normaliseExecutable(path: string): string {
  return cut(normalisePath(path.replace(/(?: \(deleted\))+$/, '').replace(/\/(?:\.?\/)+/g, '/')));
}

function normalisePath(path: string): string {
  const memory = /^\/?memfd:(.*)$/s.exec(path);
  if (memory !== null) return `memfd:${normaliseTemporaryName(memory[1] ?? '')}`;
  if (!path.includes('/') || PACKAGE_DIRECTORY.test(path)) return normaliseName(path.slice(path.lastIndexOf('/') + 1), 'lenient');
  const temporary = TEMPORARY_DIRECTORY.exec(path);
  if (temporary !== null) return normaliseTemporaryPath(temporary[1] ?? '', temporary[2], temporary[3] ?? '');
  return normaliseSegments(path.replace(/^\/home\/[^/]+\//, '/home/*/'));
}

function normaliseSegments(path: string): string {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return [...segments.map((segment) => normaliseSegment(segment, 'strict')), normaliseName(name, 'strict')].join('/');
}

function normaliseName(name: string, gluedDigits: 'strict' | 'lenient'): string {
  return interpreterName(name) ?? normaliseSegment(name, gluedDigits);
}

/** Directories below a temporary one are made up for a single run: they say nothing. */
function normaliseTemporaryPath(root: string, directories: string | undefined, name: string): string {
  return `${root.replace(/^\/run\/user\/[^/]+/, '/run/user/*')}${directories === undefined ? '' : '*/'}${normaliseTemporaryName(name)}`;
}

function normaliseTemporaryName(name: string): string {
  const known = interpreterName(name);
  if (known !== undefined) return known;
  const withoutRandom = name
    .replace(/^(tmp\.?)[A-Za-z0-9_]{6,12}$/, '$1*')
    .replace(/[0-9A-Za-z]{6,}/g, (token) => (looksRandom(token) ? '*' : token));
  return collapseStars(normaliseSegment(withoutRandom, 'strict'));
}

/** What `mktemp` makes: digits among letters, cases mixed, or no vowel. */
function looksRandom(token: string): boolean {
  const word = token.replace(/\d{1,2}$/, '');
  if (/[a-z]/.test(word) && /[A-Z]/.test(word.slice(1))) return true;
  return /\d/.test(word) ? /[A-Za-z]/.test(word) : !/[aeiouy]/i.test(word);
}

function cut(text: string): string {
  if (text.length <= maxCharacters) return text;
  const kept = maxCharacters / 2;
  return `${text.slice(0, kept)}…${text.slice(1 - kept)}`;
}
