import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { cgroupPathOf, listPids, readProcess, splitArguments } from './proc-files.ts';
import { parseProcStat } from './proc-stat.ts';
import { parseProcStatus } from './proc-status.ts';

test('a name may hold parentheses and spaces', () => {
  const rest = `S 1 42 7 0 -1 0 0 0 0 0 0 0 0 0 0 0 0 0 4711 0`;
  expect(parseProcStat(`42 (a) b (c)) ${rest}`)).toEqual({ comm: 'a) b (c)', parentPid: 1, groupId: 42, sessionId: 7, startTicks: 4711 });
});

test('stat and status are total', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseProcStat(text);
      parseProcStatus(text);
    }),
  );
  expect(parseProcStat('42 (cut off) S 1')).toBeUndefined();
});

test('arguments', () => {
  expect(splitArguments('ls\0-l\0\0')).toEqual(['ls', '-l']);
  expect(splitArguments('nginx: worker process')).toEqual(['nginx: worker process']);
  expect(splitArguments('')).toEqual([]);
});

test('the control group path that tells the most', () => {
  expect(cgroupPathOf('0::/system.slice/ssh.service\n')).toBe('/system.slice/ssh.service');
  expect(cgroupPathOf('9:name=systemd:/docker/ab\n8:pids:/docker/ab\n0::/\n')).toBe('/docker/ab');
  expect(cgroupPathOf('8:cpu,pids:/x\n')).toBe('/x');
  expect(cgroupPathOf('')).toBe('/');
});

test('this very process is in /proc as it is', () => {
  expect(listPids()).toContain(process.pid);
  const self = readProcess(process.pid);
  expect(self?.parentPid).toBe(process.ppid);
  expect(self?.exePath).toBe(process.execPath);
  expect(self?.uid).toBe(process.getuid?.() ?? 0);
  expect(self?.cwd).toBe(process.cwd());
});

test.each(['x', 'ü'])('arguments are cut at 4 KB, and said to be: %s', async (letter) => {
  const child = Bun.spawn(['/bin/sh', '-c', 'read line', 'sh', letter.repeat(5000)], { stdin: 'pipe' });
  while (readProcess(child.pid)?.argv[0] !== '/bin/sh') await Bun.sleep(1);
  expect(readProcess(child.pid)?.isArgvCut).toBe(true);
  child.kill();
  await child.exited;
});

test('a process that is gone is undefined', () => {
  expect(readProcess(2 ** 22 + 1)).toBeUndefined();
});
