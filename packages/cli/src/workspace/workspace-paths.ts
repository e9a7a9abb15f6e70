import { join } from 'node:path';

/** Where things lie in a checkout. All paths are absolute. */
export interface WorkspacePaths {
  readonly root: string;
  readonly bun: string;
  readonly serverMain: string;
  readonly agentExecutable: string;
  /** Build scripts, in the order in which they depend on each other. */
  readonly builds: readonly { readonly name: string; readonly script: string }[];
  /** Pid records. */
  readonly run: string;
  readonly logs: string;
  /** Agent's configuration and spool. */
  readonly agent: string;
  /** Server's data when `--data` does not say otherwise. */
  readonly data: string;
}

export function workspacePaths(root: string): WorkspacePaths {
  const state = join(root, '.weft');
  return {
    root,
    bun: join(state, 'tools', 'bun'),
    serverMain: join(root, 'packages', 'server', 'src', 'main.ts'),
    agentExecutable: join(root, 'dist', 'weft-agent-linux-x64'),
    builds: [
      { name: 'sensor', script: join(root, 'packages', 'sensor', 'build.ts') },
      { name: 'agent', script: join(root, 'packages', 'agent', 'build.ts') },
      { name: 'console', script: join(root, 'packages', 'console', 'build.ts') },
    ],
    run: join(state, 'run'),
    logs: join(state, 'log'),
    agent: join(state, 'agent'),
    data: join(state, 'server'),
  };
}
