import type { Call, Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { done, no, noFailure, usageFailure, type Outcome } from '../command/outcome.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { runStage, stages, type Stage } from './run-stage.ts';
import { addTally, emptyTally, tallyLine, type Tally } from './tally.ts';

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
  for (const stage of chosen) tally = addTally(tally, await runStage(paths, call.terminal, stage, pattern));
  return tally;
}
