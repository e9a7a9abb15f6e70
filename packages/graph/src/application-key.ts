import { decodeKeyPart, encodeKeyPart } from './key-part.ts';
import { normaliseExecutable } from './normalise-executable.ts';
import { normaliseSegment } from './normalise-segment.ts';
import { formatOwner, type Owner, parseOwner } from './owner.ts';
import { scriptOf } from './script-of.ts';
import { type UserClass, userClasses, userClassOf } from './user-class.ts';

export interface ApplicationInput {
  readonly owner: Owner;
  /**
   * In the process's own mount namespace; undefined for kernel threads and where it could not be read. `/` is as good as unread: a file
   * that is mounted nowhere any more, as container runtimes run themselves.
   */
  readonly exePath: string | undefined;
  readonly argv: readonly string[];
  readonly comm: string;
  /** Real user id, in the machine's user namespace. */
  readonly uid: number;
  /** Has a terminal and a person at it. */
  readonly isInteractive?: boolean;
}

export interface Application {
  readonly owner: Owner;
  readonly executable: string;
  readonly script: string | undefined;
  readonly userClass: UserClass;
  readonly isInteractive: boolean;
}

/** The `+` before a script. `g++` keeps its own: a `+` at the end of an executable, or before another, separates nothing. */
const SCRIPT_SEPARATOR = /\+(?=[^+])/;
const INNER_PLUS = /\+(?=\+*[^+])/g;
const LEADING_PLUS = /^\+/;

/**
 * The graph's node for a process: `owner|executable[+script]|user class[|interactive]`, the same text for every process
 * of the application on every machine.
 *
 * @example `image:redis|redis-server|service`, `unit:ssh.service|sshd|root`, `role:machine|python+/opt/app/main.py|human`
 */
export function applicationKey(input: ApplicationInput): string {
  const exePath = input.exePath === '/' ? undefined : input.exePath;
  const executable = exePath === undefined ? threadName(input.comm) : normaliseExecutable(exePath);
  return formatApplicationKey({
    owner: input.owner,
    executable,
    script: exePath === undefined ? undefined : scriptOf(executable, input.argv),
    userClass: userClassOf(input.uid),
    isInteractive: input.isInteractive ?? false,
  });
}

/** The key of parts that are normalised already. */
export function formatApplicationKey(application: Application): string {
  const script = application.script === undefined ? '' : `+${encodeKeyPart(application.script, LEADING_PLUS)}`;
  const program = `${encodeKeyPart(application.executable, INNER_PLUS)}${script}`;
  return `${formatOwner(application.owner)}|${program}|${application.userClass}${application.isInteractive ? '|interactive' : ''}`;
}

/** Reads a key; undefined when it is none, such as `machine`. */
export function parseApplicationKey(key: string): Application | undefined {
  const [ownerText = '', program = '', userClassText, interactive, ...rest] = key.split('|');
  const owner = parseOwner(ownerText);
  const userClass = userClasses.find((known) => known === userClassText);
  const at = program.search(SCRIPT_SEPARATOR);
  const executable = decodeKeyPart(at === -1 ? program : program.slice(0, at));
  const script = at === -1 ? undefined : decodeKeyPart(program.slice(at + 1));
  if (owner === undefined || userClass === undefined || executable === undefined || (at !== -1 && script === undefined)) return undefined;
  if (rest.length > 0 || (interactive !== undefined && interactive !== 'interactive')) return undefined;
  return { owner, executable, script, userClass, isInteractive: interactive !== undefined };
}

/** Kernel threads end in processor, device or worker: `kworker/u8:2-events` is `[kworker]`. */
function threadName(comm: string): string {
  const name = comm.replace(/^\[|\]$/g, '').split(/[/:]/, 1)[0] ?? '';
  return `[${normaliseSegment(name, 'strict')}]`;
}
