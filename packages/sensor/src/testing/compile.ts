/** Test programs in C, compiled once per test run. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(import.meta.dir, '../../test-programs');
const output = join(import.meta.dir, '../../dist/test-programs');

/** Path of the executable made from `test-programs/<name>.c`. */
export function compile(name: string): string {
  mkdirSync(output, { recursive: true });
  const executable = join(output, name);
  const clang = Bun.which('clang-19') ?? Bun.which('clang') ?? 'cc';
  const command = [clang, '-O1', '-Wall', '-Wextra', '-Werror', '-pthread', '-o', executable, join(sources, `${name}.c`)];
  const result = Bun.spawnSync(command, { stderr: 'pipe' });
  if (result.exitCode !== 0) throw new Error(`${name}.c does not compile: ${result.stderr.toString()}`);
  return executable;
}
