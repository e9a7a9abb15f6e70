import { join } from 'node:path';
import type { Step } from '../workspace/run-step.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

/** One program that checks the whole repository. Exit code 0 is the only good one. */
export type LintCheck = Step & { readonly name: string; readonly mend: string };

/** `--bun` runs the tools' own scripts under Bun: a machine of ours has no Node. */
export function lintChecks(paths: WorkspacePaths): readonly LintCheck[] {
  const tool = (name: string, mend: string, args: readonly string[]): LintCheck => ({
    name,
    mend,
    label: `lint: ${name}`,
    file: paths.bun,
    arguments: ['--bun', join(paths.root, 'node_modules', '.bin', name), ...args],
    cwd: paths.root,
  });
  return [
    tool('tsc', 'Mend the types.', ['--noEmit', '-p', 'tsconfig.json']),
    tool('oxlint', 'Mend them; `bun run oxlint --fix` does some.', ['--type-aware', '--deny-warnings']),
    tool('oxfmt', 'Run `bun run oxfmt`.', ['--check']),
    tool('knip', 'Remove what nobody uses.', ['--no-config-hints']),
    {
      name: 'import arrows',
      mend: 'Import a lower layer through its name, or change the design first.',
      label: 'lint: import arrows',
      file: paths.bun,
      arguments: [join(paths.root, 'packages', 'cli', 'src', 'lint', 'check-import-arrows.ts')],
      cwd: paths.root,
    },
    {
      name: 'shellcheck',
      mend: 'Mend the scripts.',
      label: 'lint: shellcheck',
      file: 'shellcheck',
      arguments: ['weft', '.ci/run', ...shellScripts(paths.root)],
      cwd: paths.root,
    },
  ];
}

function shellScripts(root: string): string[] {
  return [...new Bun.Glob('{bench,deploy,docs,packages,test}/**/*.sh').scanSync({ cwd: root })]
    .filter((path) => !path.includes('node_modules'))
    .sort();
}
