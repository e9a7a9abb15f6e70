/** The launcher where it cannot go on: one line that says what to do, and no half-done work. */
import { afterAll, expect, setDefaultTimeout, test } from 'bun:test';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

setDefaultTimeout(60_000);

const root = join(import.meta.dir, '..', '..', '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'weft-launcher-'));
chmodSync(scratch, 0o755);
afterAll(() => rmSync(scratch, { recursive: true }));
const isRoot = process.getuid?.() === 0;

/** A checkout with nothing brought yet. */
function freshCheckout(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, 'weft'), join(folder, 'weft'));
  copyFileSync(join(root, 'bun.lock'), join(folder, 'bun.lock'));
  return folder;
}

/** A folder of programs that come before the real ones. */
function standIns(name: string, programs: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  for (const [program, script] of Object.entries(programs)) writeFileSync(join(folder, program), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

async function launch(
  folder: string,
  line: readonly string[],
  world: {
    readonly prefix?: readonly string[];
    readonly path?: string;
    /** Only `path` is searched for programs. */ readonly isAlone?: boolean;
  } = {},
) {
  const child = Bun.spawn([...(world.prefix ?? []), 'bash', join(folder, 'weft'), ...line], {
    cwd: folder,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    env: {
      HOME: scratch,
      PATH: [world.path, world.isAlone === true ? undefined : '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']
        .filter(Boolean)
        .join(':'),
    },
  });
  const [out, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { exitCode: await child.exited, out, problem };
}

test('shellcheck has nothing to say', async () => {
  const child = Bun.spawn(['shellcheck', join(root, 'weft'), join(root, '.ci', 'run')], { stdout: 'pipe' });
  expect(await new Response(child.stdout).text()).toBe('');
  expect(await child.exited).toBe(0);
});

test.each([
  ['aarch64', 'echo aarch64'],
  ['Darwin', '[ "$1" = -s ] && echo Darwin || echo x86_64'],
])('an unsupported machine (%s)', async (name, uname) => {
  const folder = freshCheckout(`machine-${name}`);
  const said = await launch(folder, ['up'], { path: standIns(`uname-${name}`, { uname }) });
  expect(said).toMatchObject({ exitCode: 3, out: '' });
  expect(said.problem).toMatch(/^weft: runs on Linux x86_64, and this machine is .*\n$/);
  expect(existsSync(join(folder, '.weft'))).toBe(false);
});

test.skipIf(!isRoot)('no root', async () => {
  const prefix = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const folder = freshCheckout('no-root');
  const said = await launch(folder, ['up', '--port', '9000'], { prefix });
  expect(said).toEqual({
    exitCode: 3,
    out: '',
    problem: 'weft: `up` loads eBPF programs and needs root: run `sudo ./weft up --port 9000`.\n',
  });
  const unwritable = await launch(folder, ['status'], { prefix });
  expect(unwritable.exitCode).toBe(3);
  expect(unwritable.problem).toMatch(/^weft: cannot write to \S+: run this as the owner of the checkout, or with sudo\.\n$/);
});

test.skipIf(!isRoot)('no network: one line after the progress, and nothing left that looks done', async () => {
  const folder = freshCheckout('no-network');
  const npm = standIns('npm-alone', { npm: 'echo "npm error code EAI_AGAIN" >&2; exit 1' });
  const said = await launch(folder, ['status'], { prefix: ['unshare', '-n'], path: npm });
  expect(said.exitCode).toBe(3);
  expect(said.problem).toMatch(/\nweft: could not download Bun: connect this machine to its package registry .*\n$/);
  expect(existsSync(join(folder, '.weft', 'tools', 'bun'))).toBe(false);
});

/** Every program of this machine but the ones named. */
function machineWithout(name: string, programs: RegExp): string {
  const folder = standIns(name, {});
  for (const program of readdirSync('/usr/bin')) if (!programs.test(program)) symlinkSync(join('/usr/bin', program), join(folder, program));
  return folder;
}

test.skipIf(!isRoot).each([
  ['ubuntu', 'clang'],
  ['debian', 'clang-19'],
])('on %s a build asks for %s and what else is missing', async (id, compiler) => {
  const folder = freshCheckout(`packages-${id}`);
  writeFileSync(join(folder, 'os-release'), `ID=${id}\n`);
  const hide = `mount --bind ${join(folder, 'os-release')} "$(readlink -f /etc/os-release)"; mount --bind /dev/null /usr/sbin/bpftool; exec "$@"`;
  const bare = machineWithout(`bare-${id}`, /^(clang|gcc|g\+\+|x86_64-linux-gnu-g|musl-gcc|bpftool|apt-get)/);
  const apt = standIns(`apt-${id}`, { 'apt-get': `echo "$@" >> ${join(folder, 'asked')}; exit 100` });
  const said = await launch(folder, ['agent', 'build'], {
    prefix: ['unshare', '-m', 'bash', '-c', hide, 'bash'],
    path: `${apt}:${bare}`,
    isAlone: true,
  });
  expect(said.exitCode).toBe(3);
  expect(said.problem).toMatch(
    new RegExp(`could not install ${compiler} .*\\bgcc musl-tools g\\+\\+: connect this machine to its package archive`),
  );
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('install -y --no-install-recommends');
});

test('a download without the pinned checksum is thrown away', async () => {
  const folder = freshCheckout('forged');
  const npm = standIns('npm-forged', { npm: 'mkdir package; echo forged > package/bun; tar czf oven-bun.tgz package' });
  const said = await launch(folder, ['status'], { path: npm });
  expect(said.exitCode).toBe(3);
  expect(said.problem).toContain('does not have the pinned checksum');
  expect(existsSync(join(folder, '.weft', 'tools', 'bun'))).toBe(false);
});
