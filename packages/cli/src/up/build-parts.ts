import { existsSync } from 'node:fs';
import { noFailure, type Failure } from '../command/outcome.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { runStep } from '../workspace/run-step.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

const SHOWN_LINES = 15;

/** Runs the named build scripts; each does nothing when its inputs are unchanged. */
export async function buildParts(paths: WorkspacePaths, terminal: Terminal, names: readonly string[]): Promise<Failure | undefined> {
  for (const build of paths.builds.filter((candidate) => names.includes(candidate.name))) {
    if (!existsSync(build.script)) return noFailure(`${build.script} is missing.`, 'Check out the whole repository.');
    const step = { label: `building the ${build.name}`, file: paths.bun, arguments: [build.script], cwd: paths.root };
    const { exitCode, output } = await runStep(terminal, step);
    if (exitCode !== 0) return buildFailure(build.name, output);
  }
  return undefined;
}

function buildFailure(name: string, output: string): Failure {
  return {
    ...noFailure(`the ${name} did not build.`, 'Mend what the build says above.'),
    problems: output.trimEnd().split('\n').slice(-SHOWN_LINES),
  };
}
