import { expect, test } from 'bun:test';
import { applicationLabel } from './application-label.ts';

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
