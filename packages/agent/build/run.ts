import { BuildError } from './build-error.ts';

/** Runs a program to its end. @throws BuildError with its output. */
export function run(command: readonly string[], cwd: string): string {
  const result = Bun.spawnSync([...command], { cwd, stdout: 'pipe', stderr: 'pipe' });
  if (result.exitCode === 0) return result.stdout.toString();
  throw new BuildError(`${command.slice(0, 3).join(' ')} … failed:\n${result.stdout.toString()}${result.stderr.toString()}`.trimEnd());
}

/** Path of a program. @throws BuildError that names the package to install. */
export function need(program: string, debianPackage: string): string {
  const path = Bun.which(program);
  if (path === null) throw new BuildError(`${program} is missing: apt-get install ${debianPackage}`);
  return path;
}
