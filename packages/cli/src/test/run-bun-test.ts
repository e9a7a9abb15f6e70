import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { readTally, type Tally } from './tally.ts';

/** For a test that does not say otherwise. Bun's 5 s are too short where two cores run a browser and containers beside it. */
const TEST_TIMEOUT_MS = 60_000;

/** A run of `bun test`. */
export interface TestRun {
  readonly name: 'unit' | 'e2e';
  /** As `testPlaces` gives them. */
  readonly places: readonly string[];
  /** Whether a person sees the tests as they run; on stderr, as everything that is no answer. */
  readonly isShown: boolean;
}

/** Runs the tests and counts them from the report that Bun writes. */
export async function runBunTest(paths: WorkspacePaths, run: TestRun): Promise<Tally> {
  const report = join(paths.run, `test-${run.name}.xml`);
  mkdirSync(paths.run, { recursive: true });
  rmSync(report, { force: true });
  const reporter = ['--reporter=junit', `--reporter-outfile=${report}`];
  const child = Bun.spawn([paths.bun, 'test', `--timeout=${TEST_TIMEOUT_MS}`, ...reporter, ...run.places], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: run.isShown ? Bun.stderr : 'ignore',
    stderr: run.isShown ? 'inherit' : 'ignore',
  });
  const exitCode = await child.exited;
  return readTally(readIfThere(report), exitCode);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
