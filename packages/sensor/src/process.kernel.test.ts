/** Processes on the real kernel. Needs root. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { existsSync, mkdtempSync, readFileSync, rmdirSync, readlinkSync, realpathSync, rmSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nowBootNs } from './now-boot-ns';
import type { Sensor, SensorStats } from './sensor';
import { compile } from './testing/compile';
import { Watch } from './testing/watch';

/** A ceiling for a busy machine, not an expectation. */
setDefaultTimeout(120_000);

let watch: Watch;
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'weft-sensor-')));
  watch = new Watch();
});
afterAll(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
});

function inodeOf(namespace: string): number {
  return Number(/\d+/.exec(readlinkSync(`/proc/self/ns/${namespace}`))?.[0]);
}

describe('exec', () => {
  test('tells who, what, where and from whom', async () => {
    const before = nowBootNs();
    const child = Bun.spawnSync(['/bin/sh', '-c', 'exit 0', 'name', 'ünïcode', ''], { cwd: folder });
    const event = await watch.first('exec', (one) => one.process.pid === child.pid);
    expect(event.argv).toEqual(['/bin/sh', '-c', 'exit 0', 'name', 'ünïcode', '']);
    expect(event).toMatchObject({
      exePath: realpathSync('/bin/sh'),
      cwd: folder,
      comm: 'sh',
      uid: process.getuid?.(),
      euid: process.geteuid?.(),
      tracerPid: undefined,
      oldPid: undefined,
      isArgvTruncated: false,
      isPathTruncated: false,
      isExeUnlinked: false,
    });
    expect(event.parent.pid).toBe(process.pid);
    expect(event.namespaces).toEqual({ pid: inodeOf('pid'), mnt: inodeOf('mnt'), net: inodeOf('net'), user: inodeOf('user') });
    expect(event.atNs).toBeGreaterThan(before);
    expect(event.atNs).toBeLessThan(nowBootNs());
  });

  test('has the start time, group and session that /proc shows', async () => {
    const child = Bun.spawn(['/bin/sleep', '60']);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid && one.comm === 'sleep');
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    child.kill();
    expect(event.groupId).toBe(Number(stat[2]));
    expect(event.sessionId).toBe(Number(stat[3]));
    expect(Math.floor(event.process.startNs / 1e7)).toBe(Number(stat[19]));
  });

  test('cuts argv at 4,096 bytes and says so', async () => {
    const child = Bun.spawnSync(['/bin/true', 'x'.repeat(3000), 'y'.repeat(3000)]);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid);
    expect(event.isArgvTruncated).toBe(true);
    expect(event.argv).toEqual(['/bin/true', 'x'.repeat(3000), 'y'.repeat(4096 - 3011)]);
  });

  test('finds a working directory 30 levels deep, and says so when it is too deep to follow', async () => {
    for (const [levels, isPathTruncated] of [
      [30, false],
      [80, true],
    ] as const) {
      const deep = join(folder, ...Array.from({ length: levels }, (_, level) => `level-${level}`));
      mkdirSync(deep, { recursive: true });
      const child = Bun.spawnSync(['/bin/true'], { cwd: deep });
      const event = await watch.first('exec', (one) => one.process.pid === child.pid);
      expect(event.isPathTruncated).toBe(isPathTruncated);
      expect(event.cwd).toBe(isPathTruncated ? `/${deep.split('/').slice(-64).join('/')}` : deep);
    }
  });

  test('tells an executable that has no name left', async () => {
    const program = join(folder, 'gone');
    const child = Bun.spawnSync(['/bin/sh', '-c', `cp /bin/true ${program}; exec 9<${program}; rm ${program}; exec /proc/self/fd/9`]);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid && one.isExeUnlinked);
    expect(event.exePath).toBe(program);
  });

  test('names a path across mounts as the process sees it', async () => {
    const mounted = join(folder, 'mounted');
    mkdirSync(mounted);
    const script = `mount -t tmpfs none ${mounted} && mkdir ${mounted}/inner && cp /bin/true ${mounted}/inner/ && cd ${mounted}/inner && exec ./true`;
    const child = Bun.spawnSync(['unshare', '--mount', '/bin/sh', '-c', script]);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid && one.comm === 'true');
    expect(event).toMatchObject({ exePath: `${mounted}/inner/true`, cwd: `${mounted}/inner`, argv: ['./true'] });
    expect(event.namespaces.mnt).not.toBe(inodeOf('mnt'));
  });

  test('knows whose rights it has, and who logged in', async () => {
    const script = 'echo 4242 > /proc/self/loginuid; exec setpriv --ruid=1001 --euid=1002 --rgid=1003 --egid=1004 --clear-groups /bin/true';
    const child = Bun.spawnSync(['/bin/sh', '-c', script]);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid && one.comm === 'true');
    expect(event).toMatchObject({ uid: 1001, euid: 1002, gid: 1003, egid: 1004, loginUid: 4242 });
    expect(event.auditSessionId).toBeGreaterThan(0);
  });

  test('in a pid namespace keeps the machine-wide pid and tells the namespace', async () => {
    const child = Bun.spawnSync(['unshare', '--pid', '--fork', '/bin/sh', '-c', 'echo $$; exec /bin/true inside']);
    const event = await watch.first('exec', (one) => one.argv[1] === 'inside');
    expect(child.stdout.toString()).toBe('1\n');
    expect(event.process.pid).toBeGreaterThan(1);
    expect(event.parent.pid).toBe(child.pid);
    expect(event.namespaces.pid).not.toBe(inodeOf('pid'));
  });

  test('names its tracer', async () => {
    const child = Bun.spawnSync(['strace', '-f', '-o', '/dev/null', '/bin/sh', '-c', '/bin/true traced; exit 0']);
    const event = await watch.first('exec', (one) => one.argv[1] === 'traced');
    expect(event.tracerPid).toBe(child.pid);
  });

  test('of a thread keeps the pid and start of the process and names the thread', async () => {
    const child = Bun.spawnSync([compile('thread-exec')]);
    const event = await watch.first('exec', (one) => one.argv[1] === 'from-a-thread');
    const first = watch.all('exec', (one) => one.exePath.endsWith('/thread-exec'))[0];
    expect(event.process.pid).toBe(child.pid);
    expect(event.process).toEqual(first?.process ?? event.parent);
    expect(event.oldPid).toBe(Number(child.stdout.toString()));
    await watch.first('exit', (one) => one.process.pid === child.pid);
    expect(watch.all('exit', (one) => one.process.pid === child.pid)).toHaveLength(1);
  });

  test('comes after the fork and before the exit, with the same identity', async () => {
    const child = Bun.spawnSync(['/bin/true']);
    const exit = await watch.first('exit', (one) => one.process.pid === child.pid);
    const kinds = watch.events.flatMap((one) => ('process' in one && one.process?.startNs === exit.process.startNs ? [one.kind] : []));
    expect(kinds).toEqual(['fork', 'exec', 'exit']);
  });
});

describe('exit', () => {
  test('gives code and signal as the parent sees them', async () => {
    for (const code of [0, 1, 42, 255]) {
      const child = Bun.spawnSync(['/bin/sh', '-c', `exit ${code}`]);
      const event = await watch.first('exit', (one) => one.process.pid === child.pid);
      expect(event).toMatchObject({ exitCode: code, signal: undefined });
    }
    for (const [name, number] of Object.entries({ TERM: 15, KILL: 9, SEGV: 11 })) {
      const child = Bun.spawnSync(['/bin/sh', '-c', `kill -${name} $$`]);
      const event = await watch.first('exit', (one) => one.process.pid === child.pid);
      expect(event).toMatchObject({ exitCode: 0, signal: number });
    }
  });

  test('comes once, with the code of the whole, when the leader goes first', async () => {
    const child = Bun.spawnSync([compile('leader-exits-first'), '7']);
    expect(child.exitCode).toBe(7);
    const event = await watch.first('exit', (one) => one.process.pid === child.pid);
    expect(event.exitCode).toBe(7);
    expect(event.atNs - event.process.startNs).toBeGreaterThan(5e7);
    expect(watch.all('exit', (one) => one.process.pid === child.pid)).toHaveLength(1);
  });

  test('comes exactly once when all threads end at the same moment', async () => {
    const count = 300;
    const child = Bun.spawnSync([compile('threads-exit-together'), String(count)]);
    const pids = child.stdout.toString().trim().split('\n').map(Number);
    await watch.first('exit', (one) => one.process.pid === child.pid);
    const exits = pids.map((pid) => watch.all('exit', (one) => one.process.pid === pid && one.atNs > watchStart(pid)).length);
    expect(exits).toEqual(Array.from({ length: count }, () => 1));
  });
});

/** Start of the last process that had the pid. */
function watchStart(pid: number): number {
  return watch.all('fork', (one) => one.process.pid === pid).at(-1)?.process.startNs ?? Number.POSITIVE_INFINITY;
}

test('5,000 processes that live a millisecond are all seen, each with argv, cwd, parent, fork and exit', async () => {
  const count = 5000;
  const storm = Bun.spawn([compile('storm'), String(count), '/bin/true'], { cwd: folder, stdout: 'pipe' });
  const stop = setInterval(() => watch.poll(), 20);
  const reaped = Number(await new Response(storm.stdout).text());
  await watch.first('exit', (one) => one.process.pid === storm.pid);
  clearInterval(stop);
  expect(reaped).toBe(count);
  const execs = watch.all('exec', (one) => one.argv[0] === 'storm-child');
  expect(new Set(execs.map((one) => one.argv[1])).size).toBe(count);
  expect(execs.filter((one) => one.cwd === folder && one.parent.pid === storm.pid)).toHaveLength(count);
  const starts = new Set(execs.map((one) => one.process.startNs));
  expect(watch.all('fork', (one) => starts.has(one.process.startNs))).toHaveLength(count);
  expect(watch.all('exit', (one) => starts.has(one.process.startNs))).toHaveLength(count);
  expect(watch.sensor.stats().lost).toEqual({ exec: 0, fork: 0, exit: 0, cgroup: 0, connection: 0, listen: 0 });
});

/** Counters and the time they were read at, with nothing lost in between. */
function steadyLosses(sensor: Sensor): { readonly atNs: number; readonly lost: SensorStats['lost'] } {
  for (;;) {
    const { lost } = sensor.stats();
    const atNs = nowBootNs();
    if (Bun.deepEquals(sensor.stats().lost, lost)) return { atNs, lost };
  }
}

test('a full ring loses events, and exactly as many as it counts', async () => {
  const small = new Watch({ lifecycleRingBytes: 65_536 });
  const openedNs = nowBootNs();
  const storm = Bun.spawn([compile('storm'), '2000', '/bin/true'], { cwd: folder, stdout: 'ignore' });
  const stop = setInterval(() => watch.poll(), 20);
  await storm.exited;
  const { atNs, lost } = steadyLosses(small.sensor);
  clearInterval(stop);
  small.poll();
  watch.poll();
  for (const kind of ['exec', 'fork', 'exit'] as const) {
    const inTime = (one: { readonly atNs: number }): boolean => one.atNs > openedNs && one.atNs < atNs;
    expect(lost[kind]).toBeGreaterThan(1000);
    expect(small.all(kind, inTime).length + lost[kind]).toBe(watch.all(kind, inTime).length);
  }
  small.close();
});

/** A group of the test's own, below this process's, in whichever hierarchy tells processes apart here. */
class TestGroup {
  readonly name: string;
  readonly folder: string;

  constructor(name: string) {
    this.name = name;
    this.folder = `${ownGroup()}${name}`;
    mkdirSync(this.folder);
  }

  remove(): void {
    rmdirSync(this.folder);
  }
}

/** Folder of the deepest group this process is in, on v1, v2 and hybrid machines. */
function ownGroup(): string {
  const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n');
  const groups = lines.map((line) => line.split(':')).map(([, controller = '', path = '']) => ({ controller, path }));
  const named = groups.filter(({ controller }) => !controller.includes('='));
  const { controller, path } = named.toSorted((a, b) => b.path.split('/').length - a.path.split('/').length)[0] ?? {
    controller: '',
    path: '/',
  };
  const root = controller === '' && !existsSync('/sys/fs/cgroup/cgroup.controllers') ? 'unified' : controller;
  return join('/sys/fs/cgroup', root, path);
}

describe('control groups', () => {
  test('the path of a group is told once, before its first process', async () => {
    const child = Bun.spawnSync(['/bin/true']);
    const event = await watch.first('exec', (one) => one.process.pid === child.pid);
    const told = watch.all('cgroup', (one) => one.cgroupId === event.cgroupId);
    expect(told).toHaveLength(1);
    expect(
      readFileSync('/proc/self/cgroup', 'utf8')
        .split('\n')
        .map((line) => line.split(':')[2]),
    ).toContain(told[0]?.path);
  });

  test('a process that is moved takes the new group along, and its path is told', async () => {
    const group = new TestGroup(`/docker-${'ab'.repeat(32)}.scope`);
    const child = Bun.spawnSync(['/bin/sh', '-c', `echo $$ > ${group.folder}/cgroup.procs; /bin/true moved; exit 0`]);
    const event = await watch.first('exec', (one) => one.argv[1] === 'moved' && one.parent.pid === child.pid);
    await watch.first('exit', (one) => one.process.pid === child.pid);
    group.remove();
    const [told, ...more] = watch.all('cgroup', (one) => one.cgroupId === event.cgroupId);
    expect(more).toEqual([]);
    expect(told?.path.endsWith(group.name)).toBe(true);
    expect(told?.path.split('/').length).toBeGreaterThanOrEqual(2);
  });
});

test('a program that lies in memory only has the name it was given', async () => {
  const child = Bun.spawnSync([compile('memfd-exec')]);
  expect(child.exitCode).toBe(0);
  const event = await watch.first('exec', (one) => one.process.pid === child.pid && one.argv[1] === 'copy');
  expect(event).toMatchObject({ exePath: '/memfd:weft-hidden', isExeUnlinked: true });
});

describe('seedProcesses', () => {
  test('tells every process and the path of its group, however many there are', async () => {
    const groups = Array.from({ length: 500 }, (_, index) => new TestGroup(`/weft-seed-${process.pid}-${index}`));
    const enter = 'for group; do (echo 0 > "$group/cgroup.procs"; exec sleep 100) & done; wait';
    const shell = Bun.spawn(['/bin/sh', '-c', enter, 'sh', ...groups.map(({ folder: one }) => one)]);
    const pidOf = (group: TestGroup): number => Number(readFileSync(`${group.folder}/cgroup.procs`, 'utf8'));
    while (!groups.every((group) => pidOf(group) > 0)) await Bun.sleep(20);
    const pids = groups.map(pidOf);
    const seeded = new Watch();
    seeded.sensor.seedProcesses(seeded.collect);
    const paths = new Map(seeded.all('cgroup').map(({ cgroupId, path }) => [cgroupId, path]));
    const idOf = new Map(seeded.all('fork').map((one) => [one.process.pid, one.cgroupId]));
    seeded.close();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await shell.exited;
    for (const group of groups) group.remove();
    const untold = groups.filter((group, at) => paths.get(idOf.get(pids[at] ?? 0) ?? 0)?.endsWith(group.name) !== true);
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  test('tells this process with the start time its later events carry', async () => {
    const seeded = new Watch();
    seeded.sensor.seedProcesses(seeded.collect);
    const self = seeded.all('fork', (one) => one.process.pid === process.pid)[0];
    const child = Bun.spawnSync(['/bin/true']);
    const exec = await seeded.first('exec', (one) => one.process.pid === child.pid);
    expect(exec.parent).toEqual(self?.process ?? exec.process);
    expect(seeded.all('fork', (one) => one.process.pid === process.ppid)).toHaveLength(1);
    seeded.close();
  });
});
