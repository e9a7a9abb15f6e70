import { expect, test } from 'bun:test';
import { identifyProcess, isRunning, parseStat } from './process-identity.ts';
import { stopProcess } from './stop-service.ts';

const STAT = (name: string): string =>
  `812 (${name}) S 1 812 812 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 98765 1000 200 18446744073709551615 0`;

test.each(['nginx', 'a b', 'odd) S 1 (x', '(sd-pam)'])('start time of a process named %s', (name) => {
  expect(parseStat(STAT(name))).toEqual({ state: 'S', startTicks: 98_765 });
});

test('what is no stat line is no process', () => {
  expect(parseStat('')).toBeUndefined();
  expect(parseStat('812 (nginx) S 1')).toBeUndefined();
});

test('a process is itself until it ends; its pid with another start time is somebody else', async () => {
  const child = Bun.spawn(['sleep', '60']);
  const identity = identifyProcess(child.pid);
  if (identity === undefined) throw new Error('the child runs');
  expect(isRunning(identity)).toBe(true);
  const somebodyElse = { ...identity, startTicks: identity.startTicks - 1 };
  expect(isRunning(somebodyElse)).toBe(false);
  expect(isRunning({ ...identity, bootId: 'another boot' })).toBe(false);
  expect(await stopProcess(somebodyElse)).toBe('was-not-running');
  expect(child.exitCode).toBeNull();
  expect(await stopProcess(identity)).toBe('stopped');
  await child.exited;
  expect(isRunning(identity)).toBe(false);
});

test('a process that does not heed SIGTERM is killed', async () => {
  const child = Bun.spawn(['bash', '-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done'], { stdout: 'pipe' });
  await child.stdout.getReader().read();
  const identity = identifyProcess(child.pid);
  if (identity === undefined) throw new Error('the child runs');
  expect(await stopProcess(identity, 200)).toBe('killed');
  await child.exited;
  expect(child.signalCode).toBe('SIGKILL');
});
