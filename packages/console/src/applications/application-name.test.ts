import { expect, test } from 'bun:test';
import { applicationName } from './application-name.ts';

test('folders are left out, modules and relative scripts are not', () => {
  expect(applicationName({ executable: 'sshd' })).toBe('sshd');
  expect(applicationName({ executable: '/opt/tools/bun', script: '/srv/app/main.ts' })).toBe('bun main.ts');
  expect(applicationName({ executable: 'python', script: 'http.server' })).toBe('python http.server');
  expect(applicationName({ executable: 'node', script: 'src/start.js' })).toBe('node src/start.js');
  expect(applicationName({ executable: '/' })).toBe('/');
});
