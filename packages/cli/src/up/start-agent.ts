import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '@weft/base';
import { noFailure, type Failure } from '../command/outcome.ts';
import { firstAgentToken, localServer } from '../server-access/local-server.ts';
import { openApi } from '../server-access/open-api.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { logTail } from '../workspace/log-tail.ts';
import { isRunning } from '../workspace/process-identity.ts';
import { writeServiceRecord, type ServiceRecord } from '../workspace/service-record.ts';
import { startService } from '../workspace/start-service.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { waitFor } from './wait-for.ts';

const CHECK_IN_WITHIN_MS = 60_000;

/** Starts the agent on this machine and waits until the server has heard from it. */
export async function startAgent(
  paths: WorkspacePaths,
  terminal: Terminal,
  server: ServiceRecord,
  nowMs: number,
): Promise<Result<ServiceRecord, Failure>> {
  const token = firstAgentToken(server.folder);
  if (token === undefined) return err(noToken(server.folder));
  const logFile = join(paths.logs, 'agent.log');
  const identity = await startService({
    file: paths.agentExecutable,
    arguments: ['--config', writeConfig(paths, token, server), '--state', join(paths.agent, 'state')],
    cwd: paths.agent,
    logFile,
  });
  if (identity === undefined) return err(notStarted(paths, logFile));
  const record = { identity, startedAtMs: nowMs, logFile, port: server.port, folder: paths.agent };
  writeServiceRecord(paths.run, 'agent', record);
  const outcome = await waitFor(terminal, 'waiting for the agent to check in', CHECK_IN_WITHIN_MS, () => checkedInOrGone(server, record));
  return outcome === 'checked-in' ? ok(record) : err(notStarted(paths, logFile));
}

/** Mode 0600: it holds the token. The agent refuses a configuration that others may write. */
function writeConfig(paths: WorkspacePaths, token: string, server: ServiceRecord): string {
  mkdirSync(join(paths.agent, 'state'), { recursive: true, mode: 0o700 });
  const path = join(paths.agent, 'config.json');
  const config = { tokens: { AccessToken: token }, serverurl: localServer(server).url };
  writeFileSync(path, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
  return path;
}

async function checkedInOrGone(server: ServiceRecord, agent: ServiceRecord): Promise<'checked-in' | 'gone' | undefined> {
  if (!isRunning(agent.identity)) return 'gone';
  const answer = await openApi(localServer(server))('listMachines', {});
  if (answer.kind === 'error') return undefined;
  const isHeard = answer.value.rows.some(
    (machine) => machine.hostname === hostname() && Date.parse(machine.lastCheckInAt) >= agent.startedAtMs,
  );
  return isHeard ? 'checked-in' : undefined;
}

function noToken(folder: string): Failure {
  return noFailure(`${join(folder, 'first-agent-token')} is missing or empty.`, 'Start with another data folder: `./weft up --data DIR`.');
}

function notStarted({ agentExecutable }: WorkspacePaths, logFile: string): Failure {
  return {
    ...noFailure('the agent did not check in.', `See what works here: \`${agentExecutable} --check\`. Its whole log: ${logFile}`),
    problems: logTail(logFile, 10),
  };
}
