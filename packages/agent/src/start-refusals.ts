import { ownershipProblem } from './config/check-ownership.ts';

/**
 * Why the agent must not start, each with the command that mends it: it runs as root, so what it runs and obeys must be root's alone.
 * `executable` is undefined when it runs from source under Bun.
 */
export function startRefusals(configPath: string, executable: string | undefined, uid: number | undefined): string[] {
  const problems = [configPath, executable].map((path) => (path === undefined ? undefined : ownershipProblem(path)));
  if (uid !== 0) problems.unshift('the agent must run as root: use `sudo`, or a service of the system');
  return problems.filter((problem) => problem !== undefined);
}
