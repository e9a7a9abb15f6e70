import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../terminal/terminal.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { emptyTally, readTally, type Tally } from './tally.ts';

/** A run of `bun test` over one folder. */
export interface TestRun {
  readonly name: 'unit' | 'e2e';
  /** Folder under the root. */
  readonly folder: string;
}

/** Shows the tests as they run, on stderr, and counts them from the report that Bun writes. Nothing runs when no file fits the pattern. */
export async function runBunTest(paths: WorkspacePaths, terminal: Terminal, run: TestRun, pattern: string | undefined): Promise<Tally> {
  const places = selection(paths, run, pattern);
  if (places.length === 0) return emptyTally;
  const report = join(paths.run, `test-${run.name}.xml`);
  mkdirSync(paths.run, { recursive: true });
  rmSync(report, { force: true });
  terminal.err(`== ${run.name} tests`);
  const child = Bun.spawn([paths.bun, 'test', '--reporter=junit', `--reporter-outfile=${report}`, ...places], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: Bun.stderr,
    stderr: 'inherit',
  });
  return readTally(readIfThere(report), await child.exited);
}

/** `bun test` takes parts of paths; only the leading `./` makes one a place instead of a part. */
function selection(paths: WorkspacePaths, run: TestRun, pattern: string | undefined): string[] {
  if (pattern === undefined) return [`./${run.folder}/`];
  return [...new Bun.Glob(`${run.folder}/**/*.test.{ts,tsx}`).scanSync({ cwd: paths.root })]
    .filter((path) => !path.includes('node_modules') && path.includes(pattern))
    .sort()
    .map((path) => `./${path}`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
