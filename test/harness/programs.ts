import { join } from 'node:path';
import { repository } from './repository.ts';

/** Compiles `test/programs/<name>.c` into `dir` under `asName`, statically, so that it also runs in an empty container. */
export async function compileProgram(name: string, dir: string, asName = name): Promise<string> {
  const path = join(dir, asName);
  const child = Bun.spawn(
    ['cc', '-O1', '-Wall', '-Wextra', '-Werror', '-static', '-o', path, join(repository, 'test/programs', `${name}.c`)],
    { stderr: 'pipe' },
  );
  const problem = await new Response(child.stderr).text();
  if ((await child.exited) !== 0) throw new Error(`cc ${name}.c: ${problem}`);
  return path;
}

/** Runs a command to its end. @throws Error with what it printed when it fails. */
export async function run(command: string[], options: { readonly cwd?: string } = {}): Promise<string> {
  const child = Bun.spawn(command, { stdout: 'pipe', stderr: 'pipe', ...options });
  const [output, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  if ((await child.exited) !== 0) throw new Error(`${command.join(' ')}: ${problem}${output}`);
  return output;
}
