import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { applicationKey, formatApplicationKey, parseApplicationKey } from './application-key.ts';
import type { Owner } from './owner.ts';
import { normaliseExecutable } from './normalise-executable.ts';
import { userClasses } from './user-class.ts';

const machine: Owner = { kind: 'role', name: 'machine' };

function keyOf(exePath: string | undefined, argv: readonly string[] = [], uid = 0, owner = machine): string {
  return applicationKey({ owner, exePath, argv, comm: 'kworker/u8:2-events', uid });
}

test.each([
  [
    keyOf('/usr/bin/redis-server', [], 101, { kind: 'image', repository: 'docker.io/library/redis:7.2' }),
    'image:redis|redis-server|service',
  ],
  [keyOf('/usr/sbin/sshd', [], 0, { kind: 'unit', name: 'ssh.service' }), 'unit:ssh.service|sshd|root'],
  [keyOf('/usr/sbin/agetty', [], 0, { kind: 'unit', name: 'getty@tty1.service' }), 'unit:getty@.service|agetty|root'],
  [keyOf('/usr/bin/sleep', [], 0, { kind: 'unit', name: 'session-12.scope' }), 'unit:session-*.scope|sleep|root'],
  [keyOf('/usr/bin/python3.11', ['python3', '/opt/app/main.py', '--password=x'], 1000), 'role:machine|python+/opt/app/main.py|human'],
  [
    keyOf('/app/web', [], 65_534, {
      kind: 'workload',
      namespace: 'shop',
      workloadKind: 'ReplicaSet',
      name: 'cart-7d4b9c6f5',
      container: 'web',
    }),
    'workload:shop/ReplicaSet/cart-*/web|/app/web|service',
  ],
  [keyOf(undefined), 'role:machine|[kworker]|root'],
  [applicationKey({ owner: machine, exePath: '/', argv: ['runc', 'init'], comm: 'runc:[2:INIT]', uid: 0 }), 'role:machine|[runc]|root'],
  [keyOf('/usr/bin/g++'), 'role:machine|g++|root'],
  [keyOf('/usr/bin/bash', ['-bash'], 1000), 'role:machine|bash|human'],
  [
    applicationKey({ owner: machine, exePath: '/usr/bin/bash', argv: ['-bash'], comm: 'bash', uid: 0, isInteractive: true }),
    'role:machine|bash|root|interactive',
  ],
])('%s', (key, expected) => {
  expect(key).toBe(expected);
});

test('a key is read back as it was', () => {
  expect(parseApplicationKey('role:machine|python+/opt/app/main.py|human')).toEqual({
    owner: machine,
    executable: 'python',
    script: '/opt/app/main.py',
    userClass: 'human',
    isInteractive: false,
  });
});

test.each([
  'machine',
  '',
  'role:machine|x',
  'role:machine|x|king',
  'x:y|z|root',
  'role:a%|z|root',
  'role:a|z|root|interactive|more',
  'workload:a/b|c|root',
])('%j is no key', (text) => {
  expect(parseApplicationKey(text)).toBeUndefined();
});

const text = fc.string({ unit: 'binary', minLength: 1 }).map((value) => value.toWellFormed());
const owner: fc.Arbitrary<Owner> = fc.oneof(
  fc.record({ kind: fc.constant('workload' as const), namespace: text, workloadKind: text, name: text, container: text }),
  fc.record({ kind: fc.constant('package' as const), name: text }),
  fc.record({ kind: fc.constant('role' as const), name: text }),
);

test('every application survives its key', () => {
  const application = fc.record({
    owner,
    executable: text,
    script: fc.option(text, { nil: undefined }),
    userClass: fc.constantFrom(...userClasses),
    isInteractive: fc.boolean(),
  });
  fc.assert(fc.property(application, (value) => expect(parseApplicationKey(formatApplicationKey(value))).toEqual(value)));
});

test('every process has a key that can be read', () => {
  const owners = fc.oneof(
    owner,
    fc.record({ kind: fc.constant('image' as const), repository: text }),
    fc.record({ kind: fc.constant('unit' as const), name: text }),
  );
  const input = fc.record({ owner: owners, exePath: fc.option(text, { nil: undefined }), argv: fc.array(text), comm: text, uid: fc.nat() });
  fc.assert(
    fc.property(input, (process) => {
      const key = applicationKey(process);
      const parsed = parseApplicationKey(key);
      expect(parsed === undefined ? undefined : formatApplicationKey(parsed)).toBe(key);
    }),
  );
});

test('arguments never get into a key', () => {
  const secret = fc.stringMatching(/^[a-z0-9]{12}$/);
  const command = fc.constantFrom(
    ['/usr/bin/bash', 'bash', '-c'],
    ['/usr/bin/dash', 'sh', '-ec'],
    ['/usr/bin/python3.12', 'python3', '-c'],
    ['/usr/bin/node', 'node', '-e'],
    ['/usr/bin/perl', 'perl', '-ne'],
    ['/usr/bin/php8.2', 'php', '-d', 'x=1', '-r'],
    ['/usr/bin/curl', 'curl', '-u'],
    ['/usr/bin/python3', 'python3', 'main.py', '--password'],
    ['/usr/bin/java', 'java', '-cp'],
  );
  fc.assert(
    fc.property(command, secret, ([exePath, ...argv], value) => {
      expect(keyOf(exePath, [...argv, value])).not.toContain(value);
    }),
  );
});

test('versions, pids, hashes, homes and temporary names all give one key', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{12,64}$/).filter((value) => /\d/.test(value));
  const version = fc.tuple(fc.nat(30), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.'));
  const form = fc.constantFrom<(values: { n: number; hex: string; version: string; name: string; uuid: string }) => string>(
    ({ n }) => `/proc/${n}/fd/${n}`,
    ({ n }) => `/opt/app/worker-${n}`,
    ({ n }) => `/opt/app/worker${n}`,
    ({ n }) => `/snap/core/${n}/bin/app`,
    ({ hex: hash }) => `/var/lib/containers/${hash}/app`,
    ({ hex: hash }) => `/opt/app-${hash}`,
    ({ uuid }) => `/srv/${uuid}/run`,
    ({ version: v }) => `/usr/bin/python${v}`,
    ({ version: v }) => `/opt/venv-${v}/bin/python${v}`,
    ({ version: v }) => `/usr/bin/clang-${v}`,
    ({ version: v }) => `/root/.nvm/versions/node/v${v}/bin/node`,
    ({ name }) => `/home/${name}/bin/tool`,
    ({ name }) => `/tmp/${name}/exe`,
    ({ n }) => `/run/user/${n}/app`,
  );
  const values = fc.record({
    n: fc.integer({ min: 1, max: 4_194_304 }),
    hex,
    version,
    name: fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
    uuid: fc.uuid(),
  });
  fc.assert(fc.property(form, values, values, (path, one, other) => expect(keyOf(path(one))).toBe(keyOf(path(other)))));
});

test('a random file name below /tmp does not make a node of its own', () => {
  const names = fc.sample(fc.stringMatching(/^tmp\.[A-Za-z0-9]{10}$/), { numRuns: 1000, seed: 7 });
  expect(new Set(names.map((name) => normaliseExecutable(`/tmp/${name}`))).size).toBeLessThan(5);
});

test('normalising twice changes nothing', () => {
  const path = fc.oneof(
    fc.string(),
    fc.array(fc.stringMatching(/^[A-Za-z0-9._+~@: *-]{0,24}$/)).map((parts) => `/${parts.join('/')}`),
  );
  fc.assert(
    fc.property(path, (value) => {
      const once = normaliseExecutable(value);
      expect(normaliseExecutable(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
