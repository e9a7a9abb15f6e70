import type { Command } from '../command/command.ts';
import { done, no } from '../command/outcome.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { runLint } from './run-lint.ts';

export const lintCommand: Command = {
  words: 'lint',
  summary: 'Check the whole repository: types, lint, format, unused code, import arrows, scripts',
  details: 'Runs tsc, oxlint, oxfmt, knip, the import-arrow check and shellcheck; all of them, also when one has found something.',
  arguments: [],
  options: [],
  examples: [{ line: './weft lint', means: 'exit code 1 when something is to be mended' }],
  run: async ({ environment, terminal }) => {
    const results = await runLint(workspacePaths(environment.workspace), terminal);
    const failed = results.filter((result) => !result.isGood);
    if (terminal.isJson) terminal.out(JSON.stringify({ checks: results }));
    else terminal.out(`${results.length - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0 ? done : no;
  },
};
