import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAgent } from './compile-agent.ts';
import { buildMuslLibstdcxx } from './musl-libstdcxx.ts';
import { run } from './run.ts';
import { setRunPathBesideItself } from './set-run-path.ts';

/** Debian's musl: its C library is its loader. */
const MUSL_LOADER = '/usr/lib/x86_64-linux-musl/libc.so';

/**
 * The agent for musl, in a folder that needs nothing else:
 * `weft-agent`, its `libstdc++.so.6`, and musl's loader for images without any C library:
 * `/weft/ld-musl-x86_64.so.1 /weft/weft-agent`.
 */
export function buildMusl(root: string, output: string): void {
  const work = `${output}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const executable = join(work, 'weft-agent');
  compileAgent(root, executable, bringMuslBun(root, join(work, 'bun')));
  rmSync(join(work, 'bun'), { recursive: true });
  buildMuslLibstdcxx(executable, join(root, 'packages/agent/build/musl/glibc-names.c'), join(work, 'libstdc++.so.6'));
  rmSync(join(work, 'glibc-names.o'));
  const elf = new Uint8Array(readFileSync(executable));
  setRunPathBesideItself(elf);
  writeFileSync(executable, elf);
  copyFileSync(MUSL_LOADER, join(work, 'ld-musl-x86_64.so.1'));
  chmodSync(join(work, 'ld-musl-x86_64.so.1'), 0o755);
  run([join(work, 'ld-musl-x86_64.so.1'), executable, '--version'], work);
  rmSync(output, { recursive: true, force: true });
  renameSync(work, output);
}

/** Bun for musl from the registry, checked against the checksum in `musl/bun.lock`. */
function bringMuslBun(root: string, folder: string): string {
  mkdirSync(folder);
  for (const name of ['package.json', 'bun.lock']) copyFileSync(join(root, 'packages/agent/build/musl', name), join(folder, name));
  run([process.execPath, 'install', '--frozen-lockfile', '--ignore-scripts'], folder);
  return join(folder, 'node_modules/@oven/bun-linux-x64-musl/bin/bun');
}
