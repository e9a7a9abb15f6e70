import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../terminal/terminal.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { emptyTally, readTally, type Tally } from './tally.ts';

/** For a test that does not say otherwise. Bun's 5 s are too short where two cores run a browser and containers beside it. */
const TEST_TIMEOUT_MS = 60_000;

/** A run of `bun test` over one folder. */
export interface TestRun {
  readonly name: 'unit' | 'e2e';
  /** Folder under the root. */
  readonly folder: string;
  readonly pattern: string | undefined;
  /** Whether a person sees the tests as they run. */
  readonly isShown: boolean;
}

/** Shows the tests as they run, on stderr, and counts them from the report that Bun writes. Nothing runs when no file fits the pattern. */
export async function runBunTest(paths: WorkspacePaths, terminal: Terminal, run: TestRun): Promise<Tally> {
  const places = selection(paths, run);
  if (places.length === 0) return emptyTally;
  const report = join(paths.run, `test-${run.name}.xml`);
  mkdirSync(paths.run, { recursive: true });
  rmSync(report, { force: true });
  if (run.isShown) terminal.err(`== ${run.name} tests`);
  const reporter = ['--reporter=junit', `--reporter-outfile=${report}`];
  const child = Bun.spawn([paths.bun, 'test', `--timeout=${TEST_TIMEOUT_MS}`, ...reporter, ...places], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: run.isShown ? Bun.stderr : 'ignore',
    stderr: run.isShown ? 'inherit' : 'ignore',
  });
  const exitCode = await child.exited;
  return readTally(readIfThere(report), exitCode);
}

/** `bun test` takes parts of paths; only the leading `./` makes one a place instead of a part. */
function selection(paths: WorkspacePaths, run: TestRun): string[] {
  const { pattern } = run;
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
