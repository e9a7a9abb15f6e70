import { unreachable } from '@weft/base';
import { runLint } from '../lint/run-lint.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { buildParts } from '../up/build-parts.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { runBunTest } from './run-bun-test.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';
import { testPlaces } from './test-places.ts';

/** Parts of a whole test run, in their order. */
export const stages = ['lint', 'unit', 'e2e'] as const;
export type Stage = (typeof stages)[number];

/** Runs one stage. Each lint check counts as one test. */
export async function runStage(paths: WorkspacePaths, terminal: Terminal, stage: Stage, pattern: string | undefined): Promise<Tally> {
  switch (stage) {
    case 'lint':
      return await lintStage(paths, terminal);
    case 'unit':
      return await testStage(paths, terminal, { name: stage, places: testPlaces(paths.root, 'packages', pattern), needs: ['sensor'] });
    case 'e2e':
      return await testStage(paths, terminal, {
        name: stage,
        places: testPlaces(paths.root, 'test', pattern),
        needs: ['sensor', 'agent', 'console'],
      });
    default:
      return unreachable(stage);
  }
}

async function lintStage(paths: WorkspacePaths, terminal: Terminal): Promise<Tally> {
  const results = await runLint(paths, terminal);
  const failed = results.filter((result) => !result.isGood).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

interface TestStage {
  readonly name: 'unit' | 'e2e';
  readonly places: readonly string[];
  /** Parts that are built first. */
  readonly needs: readonly string[];
}

/** A part that does not build is a failed test; what can run still runs. Nothing is built when no file fits the pattern. */
async function testStage(paths: WorkspacePaths, terminal: Terminal, stage: TestStage): Promise<Tally> {
  if (stage.places.length === 0) return emptyTally;
  const failure = await buildParts(paths, terminal, stage.needs);
  if (failure !== undefined) terminal.err([`FAILED  ${failure.message}`, ...(failure.problems ?? [])].join('\n'));
  terminal.err(`== ${stage.name} tests`);
  const tally = await runBunTest(paths, { name: stage.name, places: stage.places, isShown: true });
  return addTally(tally, failure === undefined ? emptyTally : { ...emptyTally, failed: 1 });
}
