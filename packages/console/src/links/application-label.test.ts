import { expect, test } from 'bun:test';
import { applicationLabel, shortProgram } from './application-label.ts';

test.each([
  ['image:redis|redis-server|service', { program: 'redis-server', owner: 'image:redis', userClass: 'service' }],
  ['role:machine|python+/opt/app.py|human', { program: 'python /opt/app.py', owner: 'role:machine', userClass: 'human' }],
  ['package:g++|g++|human', { program: 'g++', owner: 'package:g++', userClass: 'human' }],
  ['role:machine|a%7Cb|root', { program: 'a|b', owner: 'role:machine', userClass: 'root' }],
  ['role:machine|100%|root|interactive', { program: '100%', owner: 'role:machine', userClass: 'root' }],
  ['machine', { program: 'machine', owner: '', userClass: '' }],
])('%s', (key, label) => {
  expect(applicationLabel(key)).toEqual(label);
});

test.each([
  ['sshd', 'sshd'],
  ['/tmp/build', '/tmp/build'],
  ['/opt/app-*/bin/backup', '…/bin/backup'],
  ['/srv/a/b/bun /srv/a/c/main.ts', '…/b/bun …/c/main.ts'],
  ['python -m http.server', 'python -m http.server'],
])('%s is shown as %s', (program, short) => {
  expect(shortProgram(program)).toBe(short);
});
