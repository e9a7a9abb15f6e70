import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from './build-error.ts';
import { need, run } from './run.ts';

/** Names that are weak in the executable: nobody has to define them. */
const WEAK = /^(?:ZSTD_trace_|_ITM_|__(?:de)?register_frame_info$|__cxa_thread_atexit_impl$)/;

/**
 * Makes `libstdc++.so.6` for musl from the distribution's static libstdc++ (GPL with the GCC Runtime Library Exception): of it, only what
 * the executable asks for, about 300 KB. Neither Debian nor the registry has a libstdc++ for musl.
 */
export function buildMuslLibstdcxx(executable: string, source: string, output: string): void {
  const folder = dirname(output);
  const [gcc, muslGcc, nm] = [need('gcc', 'gcc'), need('musl-gcc', 'musl-tools'), need('nm', 'binutils')];
  const archives = ['libstdc++.a', 'libgcc_eh.a', 'libgcc.a'].map((name) => archive(gcc, name));
  const shim = join(folder, 'glibc-names.o');
  run([muslGcc, '-O2', '-fPIC', '-Wall', '-Wextra', '-Werror', '-c', source, '-o', shim], folder);
  const wanted = wantedNames(nm, executable).map((name) => `-Wl,-u,${name}`);
  const flags = ['-shared', '-nostdlib', '-Wl,-soname,libstdc++.so.6', '-Wl,--gc-sections', '-Wl,--build-id=none', '-Wl,-s'];
  run([gcc, ...flags, ...wanted, '-o', output, shim, ...archives], folder);
  requireOnlyMusl(nm, output);
}

function archive(gcc: string, name: string): string {
  const path = run([gcc, `-print-file-name=${name}`], '/').trim();
  if (existsSync(path)) return path;
  throw new BuildError(`${name} is missing: apt-get install g++`);
}

function names(nm: string, words: readonly string[], file: string): string[] {
  const lines = run([nm, '-D', ...words, file], '/').split('\n');
  return lines.map((line) => (line.trim().split(/\s+/).at(-1) ?? '').replace(/@.*$/, '')).filter((name) => name !== '');
}

/** What the executable uses and musl lacks, and the C++ type information it copies. */
function wantedNames(nm: string, executable: string): string[] {
  const musl = muslNames(nm);
  const missing = names(nm, ['--undefined-only'], executable).filter((name) => !musl.has(name) && !WEAK.test(name));
  const copied = names(nm, ['--defined-only'], executable).filter((name) => name.startsWith('_ZTVN10__cxxabiv1'));
  return [...new Set([...missing, ...copied])].sort();
}

function muslNames(nm: string): Set<string> {
  const library = '/usr/lib/x86_64-linux-musl/libc.so';
  if (!existsSync(library)) throw new BuildError(`${library} is missing: apt-get install musl-tools`);
  return new Set(names(nm, ['--defined-only'], library));
}

/** A libstdc++ of another release may call other names of glibc: better to hear of it here than at the first exception. */
function requireOnlyMusl(nm: string, library: string): void {
  const musl = muslNames(nm);
  const weak = new Set(
    run([nm, '-D', '--undefined-only', library], '/')
      .split('\n')
      .filter((line) => / w /.test(line))
      .map((line) => line.trim().split(/\s+/).at(-1) ?? ''),
  );
  const foreign = names(nm, ['--undefined-only'], library).filter((name) => !musl.has(name) && !weak.has(name) && !WEAK.test(name));
  if (foreign.length > 0)
    throw new BuildError(`libstdc++.a wants ${foreign.join(', ')} of glibc: add them to packages/agent/build/musl/glibc-names.c`);
}
