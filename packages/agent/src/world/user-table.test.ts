import { expect, test } from 'bun:test';
import { parsePasswd } from './parse-passwd.ts';
import { UserTable } from './user-table.ts';

test('reads names by uid, the first of a uid wins, bad lines are left out', () => {
  const text = 'root:x:0:0:root:/root:/bin/sh\ntoor:x:0:0::/:/bin/sh\n# comment\nbroken\nweb:x:33:33::/:/x\n+::::::\nx:y:-1:z\n';
  expect([...parsePasswd(text)]).toEqual([
    [0, 'root'],
    [33, 'web'],
  ]);
});

test('a container has names of its own, read through its process and kept after it', () => {
  let nowMs = 0;
  const files = new Map([
    ['/etc/passwd', 'alice:x:1000:\n'],
    ['/proc/42/root/etc/passwd', 'app:x:1000:\n'],
  ]);
  const users = new UserTable(
    (path) => files.get(path),
    () => nowMs,
  );
  expect(users.nameOf(1000, undefined, undefined)).toBe('alice');
  expect(users.nameOf(1000, 'c1', 42)).toBe('app');
  files.delete('/proc/42/root/etc/passwd');
  nowMs = 120_000;
  expect(users.nameOf(1000, 'c1', 42)).toBe('app');
  expect(users.nameOf(7, 'c2', 43)).toBeUndefined();
});

test('a process that is gone does not hide the names of its container from the next one', () => {
  const users = new UserTable(
    (path) => (path === '/proc/2/root/etc/passwd' ? 'app:x:1000:\n' : undefined),
    () => 0,
  );
  expect(users.nameOf(1000, 'c1', 1)).toBeUndefined();
  expect(users.nameOf(1000, 'c1', 2)).toBe('app');
});

test('a changed file is seen after a minute', () => {
  let nowMs = 0;
  let text = '';
  const users = new UserTable(
    () => text,
    () => nowMs,
  );
  expect(users.nameOf(5, undefined, undefined)).toBeUndefined();
  text = 'new:x:5:';
  expect(users.nameOf(5, undefined, undefined)).toBeUndefined();
  nowMs = 60_001;
  expect(users.nameOf(5, undefined, undefined)).toBe('new');
});
