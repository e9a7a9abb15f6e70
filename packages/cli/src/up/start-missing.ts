import type { Call } from '../command/command.ts';
import type { Failure } from '../command/outcome.ts';
import { runningService } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { buildParts } from './build-parts.ts';
import type { Wish } from './read-wish.ts';
import type { Running } from './running.ts';
import { startAgent } from './start-agent.ts';
import { startServer } from './start-server.ts';

/** Builds and starts what does not run yet. An agent that does not check in is told about, and does not stop the server. */
export async function startMissing(call: Call, paths: WorkspacePaths, wish: Wish): Promise<Running | Failure> {
  const { terminal, environment } = call;
  const server = runningService(paths.run, 'server');
  const agent = runningService(paths.run, 'agent');
  const needsAgent = wish.hasAgent && agent === undefined;
  const missing = [...(needsAgent ? ['sensor', 'agent'] : []), ...(server === undefined ? ['console'] : [])];
  const failure = await buildParts(paths, terminal, missing);
  if (failure !== undefined) return failure;
  const nowMs = environment.now();
  const serverStart =
    server === undefined ? await startServer(paths, terminal, { port: wish.port, dataFolder: wish.dataFolder, nowMs }) : undefined;
  if (serverStart?.kind === 'error') return serverStart.error;
  const record = serverStart?.value ?? server;
  if (record === undefined) throw new Error('a server that was started or found has a record');
  const agentStart = needsAgent ? await startAgent(paths, terminal, record, environment.now()) : undefined;
  return {
    server: record,
    agent: agentStart?.kind === 'ok' ? agentStart.value : runningService(paths.run, 'agent'),
    agentFailure: agentStart?.kind === 'error' ? agentStart.error : undefined,
    started: [...(serverStart === undefined ? [] : (['server'] as const)), ...(agentStart === undefined ? [] : (['agent'] as const))],
  };
}
