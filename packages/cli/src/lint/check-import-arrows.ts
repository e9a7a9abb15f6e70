/** The import-arrow check as a program: prints what is wrong, exit code 1 when something is. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkImportArrows } from './import-arrows.ts';

const root = join(import.meta.dir, '..', '..', '..', '..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function dependenciesOf(manifest: string): [string, string[]] {
  const value: unknown = JSON.parse(read(manifest));
  const fields = new Map<string, unknown>(Object.entries(value ?? {}));
  const names = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((field) => Object.keys(fields.get(field) ?? {}));
  return [manifest.split('/')[1] ?? '', names];
}

const paths = globSync('packages/*/{src/**/*,*}.{ts,tsx}', { cwd: root }).filter((path) => !path.includes('node_modules'));
const files = paths.map((path) => ({ path, text: read(path) }));
const report = checkImportArrows(files, new Map(globSync('packages/*/package.json', { cwd: root }).map(dependenciesOf)));
for (const problem of report.problems) console.log(problem);
console.log(`${report.imports} imports in ${report.files} files`);
process.exitCode = report.problems.length === 0 ? 0 : 1;
