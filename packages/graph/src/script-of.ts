import { type Interpreter, interpreterNamed } from './interpreter.ts';
import { normaliseExecutable } from './normalise-executable.ts';

/** A pipe or here-document handed over as a path: as good as standard input. */
const OPEN_FILE = /^\/(?:dev\/(?:fd\/|stdin$)|proc\/[^/]+\/fd\/)/;

/**
 * What an interpreter runs: script path, `-m module`, `-jar x` or main class, normalised; undefined for inline code, a
 * login shell, a prompt, and everything that is no interpreter. Other arguments never get in: they carry secrets.
 */
export function scriptOf(executable: string, argv: readonly string[]): string | undefined {
  const name = executable.slice(executable.lastIndexOf('/') + 1);
  if (name === 'busybox') return appletOf(argv);
  const interpreter = interpreterNamed(name);
  return interpreter === undefined ? undefined : firstProgram(interpreter, argv.slice(1));
}

/** One file, many programs, told apart by the name it is called by. */
function appletOf(argv: readonly string[]): string | undefined {
  const called = basename(argv[0] ?? '');
  const at = called === 'busybox' ? 1 : 0;
  const applet = at === 0 ? called.replace(/^-/, '') : (argv[1] ?? '');
  if (!/^[a-z[][a-z0-9_-]{0,19}$/.test(applet)) return undefined;
  return scriptOf(applet, argv.slice(at)) ?? applet;
}

function firstProgram(interpreter: Interpreter, args: readonly string[]): string | undefined {
  let isBeforeCommand = true;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (interpreter.naming?.includes(argument) === true) return named(argument, args[at + 1]);
    if (interpreter.inline.test(argument) || argument === '-' || argument === '') return undefined;
    if (interpreter.valued.includes(argument)) at += 1;
    else if (isBeforeCommand && interpreter.commands?.includes(argument) === true) isBeforeCommand = false;
    else if (!/^[-+@]/.test(argument)) return programName(argument);
  }
  return undefined;
}

function named(option: string, value: string | undefined): string | undefined {
  const name = value === undefined ? undefined : programName(value);
  return name === undefined ? undefined : `${option.replace('--module', '-m')} ${name}`;
}

/** Code that got where a program's name is expected has spaces or quotes; a name has none. A URL's query may be a secret. */
function programName(argument: string): string | undefined {
  if (OPEN_FILE.test(argument)) return undefined;
  if (/[\s'"`;|&<>(){}$\p{Cc}]/u.test(argument)) return undefined;
  const url = /^[a-z]+:\/\/(?:[^/@]*@)?([^?#]*)/.exec(argument);
  return normaliseExecutable(url === null ? argument.replace(/^(?:\.\/)+/, '') : (url[1] ?? '')) || undefined;
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
