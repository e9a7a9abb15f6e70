import { expect, test } from 'bun:test';
import { join } from 'node:path';
import { benchmarkNames } from './benchmark-names.ts';
import { readModules } from './read-modules.ts';

test('programs are benchmarks, their parts are not', () => {
  const modules = [
    { file: 'intake.ts', text: "import { printTable } from './table.ts';\nBun.spawn(['bun', 'straight-insert.ts']);" },
    { file: 'straight-insert.ts', text: '/** The peer of intake.ts. */ console.log(1);' },
    { file: 'table.ts', text: 'export function printTable(): void {}' },
    { file: 'agent.ts', text: 'console.log(2);' },
  ];
  expect(benchmarkNames(modules)).toEqual(['agent', 'intake']);
});

test('those of this repository are found', () => {
  const names = benchmarkNames(readModules(join(import.meta.dir, '..', '..', '..', '..', 'bench')));
  expect(names).toContain('agent');
  expect(names).toContain('intake');
});
