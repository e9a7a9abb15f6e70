/** Test programs in C, made from `test-programs/<name>.c`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dir, '../..');
const output = join(root, 'dist/test-programs');

/** Path of an executable. */
export function compile(name: string): string {
  return run(name, ['-O1', '-pthread'], name);
}

/** Path of an object file with BTF. */
export function compileForBpf(name: string): string {
  return run(name, ['-g', '-O2', '-target', 'bpf', `-I${join(root, 'bpf')}`, '-c'], `${name}.o`);
}

function run(name: string, flags: readonly string[], result: string): string {
  mkdirSync(output, { recursive: true });
  const path = join(output, result);
  const clang = Bun.which('clang-19') ?? Bun.which('clang') ?? 'cc';
  const command = [clang, ...flags, '-Wall', '-Wextra', '-Werror', '-o', path, join(root, 'test-programs', `${name}.c`)];
  const { exitCode, stderr } = Bun.spawnSync(command, { stderr: 'pipe' });
  if (exitCode !== 0) throw new Error(`${name}.c does not compile: ${stderr.toString()}`);
  return path;
}
