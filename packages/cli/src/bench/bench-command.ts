import { join } from 'node:path';
import { nearestWord } from '@weft/base';
import type { Command } from '../command/command.ts';
import { done, noFailure, usageFailure, type Outcome } from '../command/outcome.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { buildParts } from '../up/build-parts.ts';
import { workspacePaths, type WorkspacePaths } from '../workspace/workspace-paths.ts';
import { benchmarkNames } from './benchmark-names.ts';
import { readModules } from './read-modules.ts';

export const benchCommand: Command = {
  words: 'bench',
  summary: 'Run a benchmark and print its table',
  details: 'Benchmarks compare with a peer in the same run. They are bounded in time, and are no tests: machines are noisy.',
  arguments: [{ name: 'NAME', summary: 'The benchmark; without it the names are listed.', isOptional: true }],
  options: [],
  examples: [
    { line: './weft bench', means: 'list the benchmarks' },
    { line: './weft bench intake', means: 'rows stored per second, and how long until they are acknowledged' },
  ],
  run: async ({ arguments: [name], environment, terminal }) => {
    const paths = workspacePaths(environment.workspace);
    const names = benchmarkNames(readModules(join(paths.root, 'bench')));
    if (name === undefined) {
      for (const line of terminal.isJson ? [JSON.stringify({ benchmarks: names })] : names) terminal.out(line);
      return done;
    }
    if (!names.includes(name)) return unknownBenchmark(name, names);
    return (await buildParts(paths, terminal, ['sensor', 'agent', 'console'])) ?? (await runBenchmark(paths, terminal, name));
  },
};

function unknownBenchmark(name: string, names: readonly string[]): Outcome {
  const meant = nearestWord(name, names);
  return usageFailure(
    `there is no benchmark "${name}".`,
    meant === undefined ? `There are: ${names.join(', ')}.` : `Did you mean \`./weft bench ${meant}\`?`,
  );
}

async function runBenchmark(paths: WorkspacePaths, terminal: Terminal, name: string): Promise<Outcome> {
  const child = Bun.spawn([paths.bun, join(paths.root, 'bench', `${name}.ts`)], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: terminal.isJson ? 'pipe' : 'inherit',
    stderr: 'inherit',
  });
  if (child.stdout !== undefined) terminal.out(JSON.stringify({ benchmark: name, output: await new Response(child.stdout).text() }));
  const exitCode = await child.exited;
  return exitCode === 0 ? done : noFailure(`the benchmark ended with exit code ${exitCode}.`, 'Its reason stands above.');
}
