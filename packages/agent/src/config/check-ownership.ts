import { statSync } from 'node:fs';

const GROUP_WRITE = 0o020;
const OTHERS_WRITE = 0o002;

/**
 * Whether somebody other than root could change a file that the agent, as root, runs or obeys. Undefined when nobody can, or when there
 * is no such file; else what is wrong and the command that mends it.
 */
export function ownershipProblem(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.uid !== 0) return `${path} is owned by uid ${stat.uid}, not by root: run \`chown root ${path}\``;
  if ((stat.mode & OTHERS_WRITE) !== 0) return `${path} is writable by everybody: run \`chmod go-w ${path}\``;
  if ((stat.mode & GROUP_WRITE) !== 0) return `${path} is writable by its group: run \`chmod go-w ${path}\``;
  return undefined;
}
