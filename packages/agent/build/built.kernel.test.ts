/** What is built, as a user has it: copied alone into a place where nothing else is. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

setDefaultTimeout(120_000);

const root = join(import.meta.dir, '..', '..', '..');
const executable = join(root, 'dist', 'weft-agent-linux-x64');
const place = mkdtempSync(join(tmpdir(), 'weft-built-'));

beforeAll(() => {
  const built = Bun.spawnSync([process.execPath, join(import.meta.dir, '..', 'build.ts')], { stderr: 'inherit' });
  expect(built.exitCode).toBe(0);
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(...words: string[]): string {
  const result = Bun.spawnSync(words, { cwd: '/', stdout: 'pipe', stderr: 'pipe' });
  return result.exitCode === 0 ? result.stdout.toString().trim() : `exit code ${result.exitCode}: ${result.stderr.toString()}`;
}

test('the one file wants the C library and nothing else', () => {
  const libraries = [...run('readelf', '-dW', executable).matchAll(/NEEDED.*\[(.*)\]/g)].map((match) => match[1]);
  expect(libraries.length).toBeGreaterThan(0);
  expect(libraries.filter((name) => !/^(?:libc|libm|libdl|libpthread)\.so\.\d+$|^ld-linux/.test(name ?? ''))).toEqual([]);
  const copy = join(place, 'copied-alone');
  cpSync(executable, copy);
  expect(run(copy, '--version')).toMatch(/^weft-agent \d+\.\d+\.\d+$/);
});

test('an image without any C library: musl comes along', () => {
  const image = join(place, 'distroless');
  mkdirSync(image);
  cpSync(`${executable}-musl`, join(image, 'weft'), { recursive: true });
  expect(run('chroot', image, '/weft/ld-musl-x86_64.so.1', '/weft/weft-agent', '--version')).toMatch(/^weft-agent /);
});

test('an image like Alpine, with musl and without libstdc++', () => {
  const image = join(place, 'alpine');
  mkdirSync(join(image, 'lib'), { recursive: true });
  cpSync(`${executable}-musl`, join(image, 'weft'), { recursive: true });
  renameSync(join(image, 'weft', 'ld-musl-x86_64.so.1'), join(image, 'lib', 'ld-musl-x86_64.so.1'));
  mkdirSync(join(image, 'proc'));
  // The loader finds `$ORIGIN` through /proc, which every container has; in a mount namespace it is gone with the process.
  const enter = 'mount -t proc proc "$0/proc" && exec chroot "$0" /weft/weft-agent --version';
  expect(run('unshare', '--mount', 'sh', '-c', enter, image)).toMatch(/^weft-agent /);
});

test('the agent for musl watches this kernel', () => {
  const musl = join(`${executable}-musl`, 'weft-agent');
  const check = Bun.spawnSync([musl, '--check', '--config', join(place, 'none.json'), '--state', join(place, 'none')], { stdout: 'pipe' });
  expect(check.stdout.toString()).toMatch(/^ok {2}processes +by tracepoint$/m);
  expect(check.stdout.toString()).toMatch(/^ok {2}connections +by tracepoint$/m);
});
