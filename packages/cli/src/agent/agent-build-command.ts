import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import { buildParts } from '../up/build-parts.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';

export const agentBuildCommand: Command = {
  words: 'agent build',
  summary: 'Build the agent: one file for glibc, one folder for musl',
  details:
    'Makes dist/weft-agent-linux-x64, which needs nothing but libc, and dist/weft-agent-linux-x64-musl/ for Alpine and distroless images,\n' +
    'with the libraries it needs beside it. Unchanged parts are skipped.',
  arguments: [],
  options: [],
  examples: [{ line: './weft agent build', means: 'then copy the file to a host and run `weft-agent --check` there' }],
  run: async ({ environment, terminal }) => {
    const paths = workspacePaths(environment.workspace);
    const failure = await buildParts(paths, terminal, ['sensor', 'agent']);
    if (failure !== undefined) return failure;
    const built = [paths.agentExecutable, `${paths.agentExecutable}-musl`].filter((path) => existsSync(path)).map(measure);
    if (terminal.isJson) terminal.out(JSON.stringify({ built }));
    else for (const { path, sizeBytes } of built) terminal.out(`${path}  ${formatBytes(sizeBytes)}`);
    return done;
  },
};

/** A folder counts with all that is in it. */
function measure(path: string): { path: string; sizeBytes: number } {
  const stat = statSync(path);
  if (!stat.isDirectory()) return { path, sizeBytes: stat.size };
  const files = [...new Bun.Glob('**/*').scanSync({ cwd: path })];
  return { path, sizeBytes: files.reduce((sum, file) => sum + statSync(join(path, file)).size, 0) };
}
