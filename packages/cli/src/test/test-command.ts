import { unreachable } from '@weft/base';
import type { Call, Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { done, no, noFailure, usageFailure, type Outcome } from '../command/outcome.ts';
import { runLint } from '../lint/run-lint.ts';
import { buildParts } from '../up/build-parts.ts';
import { workspacePaths, type WorkspacePaths } from '../workspace/workspace-paths.ts';
import { runBunTest } from './run-bun-test.ts';
import { addTally, emptyTally, tallyLine, type Tally } from './tally.ts';

const stages = ['lint', 'unit', 'e2e'] as const;
type Stage = (typeof stages)[number];

export const testCommand: Command = {
  words: 'test',
  summary: 'Run every test: lint, unit and property tests, end to end on the real kernel, browser and containers',
  details:
    'Builds what the tests need first. Each lint check counts as one test. The last line is `N passed, N failed`;\n' +
    'exit code 1 when something failed.',
  arguments: [{ name: 'PATTERN', summary: 'Only test files whose path contains it; lint is left out then.', isOptional: true }],
  options: [{ name: 'only', value: 'STAGE', summary: 'Only lint, unit or e2e.' }],
  examples: [
    { line: './weft test', means: 'everything, as CI does' },
    { line: './weft test --only unit', means: 'the tests beside the code' },
    { line: './weft test packages/graph', means: 'the tests whose path contains packages/graph' },
  ],
  run: test,
};

async function test(call: Call): Promise<Outcome> {
  const only = textOption(call.options, 'only');
  const stage = stages.find((candidate) => candidate === only);
  if (only !== undefined && stage === undefined)
    return usageFailure(`--only takes lint, unit or e2e, not "${only}".`, 'Try `--only unit`.');
  const [pattern] = call.arguments;
  const tally = await runStages(call, chosenStages(stage, pattern), pattern);
  if (tally.passed + tally.failed + tally.skipped === 0)
    return noFailure(`no test file has "${pattern}" in its path.`, 'Try `./weft test packages/graph`.');
  call.terminal.out(call.terminal.isJson ? JSON.stringify(tally) : tallyLine(tally));
  return tally.failed === 0 ? done : no;
}

function chosenStages(only: Stage | undefined, pattern: string | undefined): readonly Stage[] {
  if (only !== undefined) return [only];
  return pattern === undefined ? stages : ['unit', 'e2e'];
}

async function runStages(call: Call, chosen: readonly Stage[], pattern: string | undefined): Promise<Tally> {
  const paths = workspacePaths(call.environment.workspace);
  let tally = emptyTally;
  for (const stage of chosen) tally = addTally(tally, await runStage(call, paths, stage, pattern));
  return tally;
}

/** Unit tests need the sensor, end-to-end tests all parts. A part that does not build is a failed test; what can run still runs. */
async function runStage(call: Call, paths: WorkspacePaths, stage: Stage, pattern: string | undefined): Promise<Tally> {
  switch (stage) {
    case 'lint': {
      const results = await runLint(paths, call.terminal);
      const failed = results.filter((result) => !result.isGood).length;
      return { passed: results.length - failed, failed, skipped: 0 };
    }
    case 'unit':
      return addTally(
        await build(call, paths, ['sensor']),
        await runBunTest(paths, call.terminal, { name: 'unit', folder: 'packages', pattern, isShown: true }),
      );
    case 'e2e':
      return addTally(
        await build(call, paths, ['sensor', 'agent', 'console']),
        await runBunTest(paths, call.terminal, { name: 'e2e', folder: 'test', pattern, isShown: true }),
      );
    default:
      return unreachable(stage);
  }
}

async function build(call: Call, paths: WorkspacePaths, names: readonly string[]): Promise<Tally> {
  const failure = await buildParts(paths, call.terminal, names);
  if (failure === undefined) return emptyTally;
  call.terminal.err([`FAILED  ${failure.message}`, ...(failure.problems ?? [])].join('\n'));
  return { ...emptyTally, failed: 1 };
}
