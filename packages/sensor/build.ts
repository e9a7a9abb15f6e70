/**
 * Builds `dist/weft-sensor.node`: the BPF objects, their light skeletons, and the addon around them. Same inputs, same bytes.
 * Does nothing when the inputs are those of the last build.
 *
 * The addon links nothing: it takes libc and N-API from the process that loads it, so one file serves glibc and musl.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dir;
const dist = join(root, 'dist');
const addon = join(dist, 'weft-sensor.node');
const stampPath = join(dist, 'stamp');

interface BpfObject {
  readonly name: string;
  readonly source: string;
  readonly defines: readonly string[];
}

const bpfObjects: readonly BpfObject[] = [
  { name: 'process', source: 'process.bpf.c', defines: [] },
  { name: 'connection', source: 'connection.bpf.c', defines: [] },
  { name: 'connection_basic', source: 'connection.bpf.c', defines: ['-DWITHOUT_SOCKET_USE'] },
];

const addonObjects = [
  { name: 'addon', source: 'addon.c', defines: [] },
  { name: 'feature', source: 'feature.c', defines: [] },
  { name: 'ring', source: 'ring.c', defines: [] },
  { name: 'variants', source: 'variants.c', defines: [] },
  { name: 'variant-process', source: 'variant-process.c', defines: [] },
  { name: 'variant-connection', source: 'variant-connection.c', defines: [] },
  { name: 'variant-connection-basic', source: 'variant-connection.c', defines: ['-DWITHOUT_SOCKET_USE'] },
];

const strict = ['-Wall', '-Wextra', '-Werror'];
/** BPF_PROG declares every argument of a tracepoint up to the last one used. */
const bpfFlags = ['-g', '-O2', '-target', 'bpf', '-mcpu=v3', ...strict, '-Wno-unused-parameter', '-isystem', 'dist'];
const addonFlags = ['-O2', '-fPIC', '-std=gnu11', '-fvisibility=hidden', '-fno-stack-protector', '-fno-strict-aliasing', ...strict];

/** A problem a person can mend; anything else is a fault and shows its stack. */
class BuildError extends Error {}

function findTool(candidates: readonly string[], packages: string): string {
  for (const candidate of candidates.flatMap((name) => (name.includes('*') ? globSync(name) : [name]))) {
    const found = Bun.which(candidate, { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` });
    if (found !== null) return found;
  }
  throw new BuildError(`${candidates[0]} is missing: apt-get install ${packages}`);
}

function requireFile(path: string, mend: string): void {
  if (!existsSync(path)) throw new BuildError(`${path} is missing: ${mend}`);
}

function run(command: readonly string[]): Uint8Array {
  const result = Bun.spawnSync([...command], { cwd: root, stderr: 'pipe' });
  if (result.exitCode !== 0) throw new BuildError(`${command.join(' ')}\n${result.stderr.toString()}`);
  return result.stdout;
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const path of globSync(['bpf/*', 'addon/*', 'build.ts'], { cwd: root }).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function isCurrent(stamp: string): boolean {
  return existsSync(addon) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp;
}

/** Where the workspace's `node_modules` has the N-API headers. */
function napiHeaders(): string {
  return join(Bun.resolveSync('node-api-headers/package.json', root), '../include');
}

const ARCHITECTURES: Partial<Record<string, string>> = { x64: '-D__TARGET_ARCH_x86', arm64: '-D__TARGET_ARCH_arm64' };

function architecture(): string {
  const define = ARCHITECTURES[process.arch];
  if (define === undefined) throw new BuildError(`the sensor is not made for ${process.arch}: it knows x64 and arm64`);
  return define;
}

function buildBpf(clang: string, bpftool: string, object: BpfObject): void {
  const output = `dist/${object.name}.bpf.o`;
  run([clang, ...bpfFlags, architecture(), ...object.defines, '-c', `bpf/${object.source}`, '-o', output]);
  writeFileSync(join(dist, `${object.name}.lskel.h`), run([bpftool, 'gen', 'skeleton', '-L', output, 'name', object.name]));
}

function buildAddon(clang: string): void {
  const include = ['-Idist', '-Iaddon', '-isystem', napiHeaders()];
  for (const { name, source, defines } of addonObjects) {
    run([clang, ...addonFlags, ...include, ...defines, '-c', `addon/${source}`, '-o', `dist/${name}.o`]);
  }
  const objects = addonObjects.map(({ name }) => `dist/${name}.o`);
  run([clang, '-shared', '-nostdlib', '-Wl,-s', '-Wl,--gc-sections', '-Wl,--build-id=none', '-o', `${addon}.new`, ...objects]);
  renameSync(`${addon}.new`, addon);
}

/** The kernel's types, from which the programs are relocated to the kernel they run on. */
function writeKernelTypes(bpftool: string): void {
  requireFile('/sys/kernel/btf/vmlinux', 'build on a kernel with CONFIG_DEBUG_INFO_BTF');
  writeFileSync(join(dist, 'vmlinux.h'), run([bpftool, 'btf', 'dump', 'file', '/sys/kernel/btf/vmlinux', 'format', 'c']));
}

function build(): void {
  const clang = findTool(['clang-19', 'clang-18', 'clang-17', 'clang-16', 'clang-15', 'clang-14', 'clang'], 'clang-19 (or clang)');
  const bpftool = findTool(['bpftool', '/usr/lib/linux-tools/*/bpftool'], 'bpftool (Ubuntu: linux-tools-generic)');
  requireFile('/usr/include/bpf/skel_internal.h', 'apt-get install libbpf-dev');
  requireFile('/usr/include/stdlib.h', 'apt-get install libc6-dev');
  mkdirSync(dist, { recursive: true });
  writeKernelTypes(bpftool);
  for (const object of bpfObjects) buildBpf(clang, bpftool, object);
  buildAddon(clang);
}

function main(): number {
  const stamp = hashInputs();
  if (isCurrent(stamp)) return 0;
  try {
    build();
    writeFileSync(stampPath, stamp);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`packages/sensor/build.ts: ${error.message}`);
    return 1;
  }
}

process.exit(main());
