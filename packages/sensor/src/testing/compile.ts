/** Test programs in C, made from `test-programs/<name>.c`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dir, '../..');
const output = join(root, 'dist/test-programs');
const clang = Bun.which('clang-19') ?? Bun.which('clang') ?? 'clang';

/** Path of an executable. */
export function compile(name: string): string {
  return run(clang, ['-O1', '-pthread'], name, name);
}

/** Path of an executable whose symbols a library it loads can use, made with `compiler`. */
export function compileHost(name: string, compiler: string): string {
  return run(compiler, ['-O1', '-rdynamic'], name, `${name}-${compiler}`);
}

/** Path of an object file with BTF. */
export function compileForBpf(name: string): string {
  return run(clang, ['-g', '-O2', '-target', 'bpf', `-I${join(root, 'bpf')}`, '-c'], name, `${name}.o`);
}

function run(compiler: string, flags: readonly string[], name: string, result: string): string {
  mkdirSync(output, { recursive: true });
  const path = join(output, result);
  const command = [compiler, ...flags, '-Wall', '-Wextra', '-Werror', '-o', path, join(root, 'test-programs', `${name}.c`)];
  const { exitCode, stderr } = Bun.spawnSync(command, { stderr: 'pipe' });
  if (exitCode !== 0) throw new Error(`${name}.c does not compile: ${stderr.toString()}`);
  return path;
}
