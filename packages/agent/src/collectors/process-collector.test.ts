import { expect, test } from 'bun:test';
import { connectionOf, createTestWorld, execOf, ref, rootRef } from '../testing/test-world.ts';

const SECOND_NS = 1_000_000_000;
const containerPath = `/docker/${'ab12'.repeat(16)}`;

test('a process of 1 ms shows with argv, cwd and parent', () => {
  const world = createTestWorld();
  const [shell, child] = [ref(1), ref(2, 99)];
  world.tell(
    execOf(shell, { exePath: '/bin/bash' }),
    { kind: 'fork', atNs: 99 * SECOND_NS, process: child, parent: shell, groupId: 1, sessionId: 1, cgroupId: 1, uid: 0, comm: 'bash' },
    execOf(child, { parent: shell, exePath: '/bin/true', argv: ['true', 'a b'], cwd: '/tmp', uid: 1000, euid: 0 }),
    { kind: 'exit', atNs: 99.001 * SECOND_NS, process: child, exitCode: 0, signal: undefined },
  );
  expect(world.flush().filter(({ table }) => table === 'exec')[1]).toMatchObject({
    pid: child.pid,
    parent_pid: shell.pid,
    parent_exe_path: '/bin/bash',
    parent_application: expect.stringContaining('bash'),
    command_line: 'true a b',
    cwd: '/tmp',
    user_name: 'alice',
    effective_uid: 0,
    executed_at: '2026-01-01T00:01:39.000Z',
  });
});

test('the parent is what it was at that moment, not what it became', () => {
  const world = createTestWorld();
  const [parent, child] = [ref(1), ref(2)];
  world.tell(
    execOf(parent, { exePath: '/bin/bash' }),
    execOf(child, { parent, exePath: '/bin/ls' }),
    execOf(parent, { exePath: '/usr/bin/python3' }),
  );
  expect(world.flush()[1]).toMatchObject({ exe_path: '/bin/ls', parent_exe_path: '/bin/bash' });
});

test('process rows: not for everything, but for network activity and all that it descends from', () => {
  const world = createTestWorld();
  const [init, shell, curl, other] = [ref(1), ref(2), ref(3), ref(4)];
  world.tell(
    execOf(init, { exePath: '/sbin/init' }),
    execOf(shell, { parent: init, exePath: '/bin/bash' }),
    execOf(curl, { parent: shell, exePath: '/usr/bin/curl' }),
    execOf(other, { parent: shell, exePath: '/bin/ls' }),
  );
  expect(world.flush().map(({ table }) => table)).toEqual(['exec', 'exec', 'exec', 'exec']);
  world.tell(connectionOf('c', { process: curl }));
  const rows = world.flush();
  expect(rows.map((row) => (row.table === 'process' ? [row.pid, row.kept_because] : row.table))).toEqual([
    [curl.pid, 'network'],
    [shell.pid, 'ancestor'],
    [init.pid, 'ancestor'],
  ]);
  expect(world.flush()).toEqual([]);
  world.tell({ kind: 'exit', atNs: 101 * SECOND_NS, process: curl, exitCode: 3, signal: undefined });
  expect(world.flush()).toMatchObject([{ table: 'process', pid: curl.pid, exit_code: 3, exited_at: '2026-01-01T00:01:41.000Z' }]);
});

test('once an hour every kept process is told again', () => {
  const world = createTestWorld();
  world.tell(execOf(ref(1), { exePath: '/usr/sbin/sshd' }), execOf(ref(2), { exePath: '/bin/ls' }));
  world.flush();
  world.collectors.reportAll();
  expect(world.flush()).toMatchObject([{ table: 'process', kept_because: 'login', exe_path: '/usr/sbin/sshd' }]);
});

test('a signal is no exit code', () => {
  const world = createTestWorld();
  world.tell(execOf(ref(1), { exePath: '/usr/sbin/sshd' }), {
    kind: 'exit',
    atNs: 100 * SECOND_NS,
    process: ref(1),
    exitCode: 0,
    signal: 9,
  });
  const row = world.flush()[1];
  expect(row).toMatchObject({ table: 'process', exit_signal: 9 });
  expect(row).toHaveProperty('exit_code', undefined);
});

test('rows of a container wait until its image is known, for a few seconds at most', async () => {
  let answer: () => void = () => {};
  const info = {
    runtime: 'docker',
    name: 'web',
    imageId: undefined,
    imageRepository: 'shop/web',
    imageTag: '1',
    startedAt: undefined,
    isPrivileged: false,
    networkMode: 'host',
    pidMode: undefined,
    labels: {},
  } as const;
  const world = createTestWorld(() => new Promise((resolve) => (answer = () => resolve({ kind: 'found', info }))));
  world.tell({ kind: 'cgroup', cgroupId: 2, path: containerPath }, execOf(ref(1), { exePath: '/app/server', cgroupId: 2 }));
  expect(world.flush()).toEqual([]);
  answer();
  await Bun.sleep(0);
  const rows = world.flush();
  expect(rows.map(({ table }) => table)).toEqual(['exec', 'container', 'process']);
  expect(rows[0]).toMatchObject({ application: 'image:shop/web|/app/server|root', container_id: 'ab12'.repeat(16) });
  expect(rows[1]).toMatchObject({ name: 'web', image_repository: 'shop/web', runtime: 'docker' });
});

test('a runtime that never answers does not hold rows for ever', () => {
  const world = createTestWorld(() => new Promise(() => {}));
  world.tell({ kind: 'cgroup', cgroupId: 2, path: containerPath }, execOf(ref(1), { exePath: '/app/server', cgroupId: 2 }));
  expect(world.flush()).toEqual([]);
  world.setSecond(106);
  expect(world.flush()[0]).toMatchObject({ table: 'exec', application: expect.stringContaining('role:container|') });
});

test('a container whose last process ended is told as stopped', () => {
  const world = createTestWorld();
  world.tell({ kind: 'cgroup', cgroupId: 2, path: containerPath }, execOf(ref(1), { exePath: '/app/server', cgroupId: 2 }));
  world.flush(true);
  world.tell({ kind: 'exit', atNs: 100 * SECOND_NS, process: ref(1), exitCode: 0, signal: undefined });
  world.collectors.container.findStopped();
  expect(world.flush(true).filter(({ table }) => table === 'container')).toEqual([]);
  world.setSecond(110);
  world.collectors.container.findStopped();
  expect(world.flush(true)).toMatchObject([{ table: 'container', stopped_at: '2026-01-01T00:01:40.000Z' }]);
});

test('a container whose last end was missed is told as stopped when that is noticed', () => {
  const world = createTestWorld();
  world.tell({ kind: 'cgroup', cgroupId: 2, path: containerPath }, execOf(ref(1), { exePath: '/app/server', cgroupId: 2 }));
  world.flush(true);
  // No machine has this pid: two sweeps find that it is gone.
  world.collectors.sweep.sweep();
  world.collectors.sweep.sweep();
  world.collectors.container.findStopped();
  world.setSecond(110);
  world.collectors.container.findStopped();
  expect(world.flush(true).filter(({ table }) => table === 'container')).toMatchObject([{ stopped_at: '2026-01-01T00:01:40.000Z' }]);
});

test('what its connections tell after its end does not bring a container back; a new process does', () => {
  const world = createTestWorld();
  world.tell(
    { kind: 'cgroup', cgroupId: 2, path: containerPath },
    execOf(ref(1), { exePath: '/app/server', cgroupId: 2 }),
    connectionOf('c', { process: ref(1) }),
    { kind: 'exit', atNs: 100 * SECOND_NS, process: ref(1), exitCode: 0, signal: undefined },
  );
  const containersAt = (second: number): unknown[] => {
    world.setSecond(second);
    world.collectors.container.findStopped();
    return world.flush(true).flatMap((row) => (row.table === 'container' ? [row.stopped_at !== undefined] : []));
  };
  expect([101, 110, 120, 130].map(containersAt)).toEqual([[false], [true], [], []]);
  world.tell(execOf(ref(2, 130), { exePath: '/app/server', cgroupId: 2 }));
  expect(containersAt(140)).toEqual([false]);
});

test('a row that cannot be made is a fault once, and holds up no other', () => {
  const world = createTestWorld();
  world.tell(execOf({ pid: ref(1).pid, startNs: 1e300 }, { exePath: '/bin/bad' }), execOf(ref(2), { exePath: '/bin/good' }));
  expect(() => world.flush()).toThrow();
  expect(world.flush()).toMatchObject([{ table: 'exec', exe_path: '/bin/good' }]);
});

test('arguments of filtered executables never leave the machine', () => {
  const world = createTestWorld(undefined, ['mysql']);
  world.tell(execOf(ref(1), { exePath: '/usr/bin/mysql', argv: ['mysql', '-psecret'] }));
  world.tell(connectionOf('c', { process: ref(1) }));
  const text = JSON.stringify(world.flush(true));
  expect(text).toContain('mysql');
  expect(text).not.toContain('secret');
});

test("a child runs its parent's program until it execs", () => {
  const world = createTestWorld();
  world.tell(
    execOf(ref(1), { exePath: '/usr/sbin/nginx', argv: ['nginx', '-g', 'daemon off;'] }),
    { kind: 'fork', atNs: 99 * SECOND_NS, process: ref(2), parent: ref(1), groupId: 1, sessionId: 1, cgroupId: 1, uid: 0, comm: 'nginx' },
    connectionOf('c', { process: ref(2) }),
  );
  expect(world.flush().find((row) => row.table === 'process' && row.pid === ref(2).pid)).toMatchObject({
    exe_path: '/usr/sbin/nginx',
    command_line: 'nginx -g daemon off;',
  });
});

test('an exit of a process never heard of is no fault', () => {
  const world = createTestWorld();
  world.tell({ kind: 'exit', atNs: 1, process: ref(9), exitCode: 0, signal: undefined });
  world.tell({ kind: 'fork', atNs: 1, process: ref(8), parent: rootRef, groupId: 1, sessionId: 1, cgroupId: 99, uid: 5, comm: 'x' });
  expect(world.flush(true)).toEqual([]);
});
