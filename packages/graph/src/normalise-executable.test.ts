import { expect, test } from 'bun:test';
import { normaliseExecutable } from './normalise-executable.ts';

test.each([
  ['/usr/bin/python3.11', 'python'],
  ['/usr/bin/base64', 'base64'],
  ['/usr/bin/7z', '7z'],
  ['/usr/bin/perl5.36.0', 'perl'],
  ['/usr/sbin/php-fpm8.2', 'php-fpm'],
  ['/usr/lib/jvm/java-17-openjdk-amd64/bin/java', 'java'],
  ['/usr/bin/x86_64-linux-gnu-gcc-12', 'x86_64-linux-gnu-gcc-*'],
  ['/usr/local/bin/node', 'node'],
  ['/opt/x-1.2/bin/x', '/opt/x-*/bin/x'],
  ['/opt/app/current/server (deleted)', '/opt/app/current/server'],
  ['/nix/store/0c5akz9v1nbxzflwrjqbrc1bxs4l8nyd-hello-2.12.1/bin/hello', '/nix/store/*-hello-*/bin/hello'],
  ['/home/someone/go/bin/gopls', '/home/*/go/bin/gopls'],
  ['/memfd:runc_cloned:/proc/self/exe (deleted)', 'memfd:runc_cloned:/proc/self/exe'],
  ['/tmp/go-build2714/b001/exe/main', '/tmp/*/main'],
  ['/tmp/xmrig', '/tmp/xmrig'],
  ['/var/tmp/.X11-unix', '/var/tmp/.X*-unix'],
  ['/dev/shm/tmpk3_x9qa1', '/dev/shm/tmp*'],
  ['//opt//a/./b', '/opt/a/b'],
])('%s', (path, expected) => {
  expect(normaliseExecutable(path)).toBe(expected);
});

test('a path longer than a key should be is cut in the middle', () => {
  const long = normaliseExecutable(`/opt/${'long/'.repeat(200)}end`);
  expect(long).toHaveLength(200);
  expect(long).toStartWith('/opt/long/');
  expect(long).toEndWith('/long/end');
});
