import type { Terminal } from '../terminal/terminal.ts';
import { runStep } from '../workspace/run-step.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { lintChecks } from './lint-checks.ts';

export interface LintResult {
  readonly name: string;
  readonly isGood: boolean;
  readonly tookMs: number;
  /** What the tool printed, when it found something. */
  readonly output: string;
}

/** Runs every check, one after the other, also after one has failed: all that is wrong is said at once. */
export async function runLint(paths: WorkspacePaths, terminal: Terminal): Promise<LintResult[]> {
  const results: LintResult[] = [];
  for (const check of lintChecks(paths)) {
    const { exitCode, output, tookMs } = await runStep(terminal, check);
    const isGood = exitCode === 0;
    results.push({ name: check.name, isGood, tookMs, output: isGood ? '' : output.trimEnd() });
    if (isGood) terminal.err(`ok      ${check.name} (${(tookMs / 1000).toFixed(1)} s)`);
    else terminal.err(`FAILED  ${check.name}\n${output.trimEnd()}\n        ${check.mend}`);
  }
  return results;
}
