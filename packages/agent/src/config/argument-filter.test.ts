import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { createArgumentFilter } from './argument-filter.ts';

test('everything is collected by default', () => {
  expect(createArgumentFilter({ allow: [], disallow: [] })('/usr/bin/mysql')).toBe(true);
});

test.each([
  [['mysql'], [], '/usr/bin/mysql', true],
  [['mysql'], [], '/usr/bin/psql', false],
  [[], ['mysql*'], '/usr/bin/mysqldump', false],
  [[], ['/opt/*'], '/opt/a/b', false],
  [[], ['/opt/*'], '/usr/opt/b', true],
  [['mysql'], ['mysql'], '/usr/bin/mysql', false],
  [[], ['a.b'], '/x/aXb', true],
])('allow %p, disallow %p: %s is %p', (allow, disallow, exePath, expected) => {
  expect(createArgumentFilter({ allow, disallow })(exePath)).toBe(expected);
});

test('a name matches itself wherever it lies, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((name) => !/[/*]/.test(name)),
      (name) => {
        expect(createArgumentFilter({ allow: [], disallow: [name] })(`/bin/${name}`)).toBe(false);
      },
    ),
  );
});
