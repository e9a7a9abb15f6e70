/** The addon as a file: what it needs of whoever loads it. Needs root and musl-gcc (musl-tools). */
import { beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features } from './features';
import { buildSensor } from './testing/build-sensor';
import { compileHost } from './testing/compile';

setDefaultTimeout(120_000);

const addon = join(import.meta.dir, '../dist/weft-sensor.node');
const variants = features.flatMap(({ ways }) => ways.map(({ variant }) => variant));

beforeAll(buildSensor);

test('names no library', () => {
  const dynamic = Bun.spawnSync(['readelf', '-d', addon]).stdout.toString();
  expect(dynamic).toContain('SYMTAB');
  expect(dynamic).not.toContain('NEEDED');
});

for (const compiler of ['clang-19', 'musl-gcc']) {
  test(`loads, and opens every way, in a program made with ${compiler}`, () => {
    const result = Bun.spawnSync([compileHost('load-addon', compiler), addon, ...variants]);
    expect(result.stderr.toString()).toBe('');
    expect(result.stdout.toString().trim().split('\n')).toEqual(['loaded 11', ...variants.map((variant) => `opened ${variant}`)]);
  });
}

test('is embedded in an executable made with bun build --compile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-sensor-'));
  const source = join(folder, 'main.ts');
  const executable = join(folder, 'main');
  const program = `import { openSensor } from '${import.meta.dir}/index.ts'; const opened = openSensor(); console.log(opened.kind);`;
  writeFileSync(source, program);
  Bun.spawnSync([process.execPath, 'build', '--compile', source, '--outfile', executable]);
  expect(readFileSync(executable).includes(readFileSync(addon))).toBe(true);
  const result = Bun.spawnSync([executable], { cwd: folder });
  rmSync(folder, { recursive: true });
  expect(result.stdout.toString()).toBe('open\n');
});
