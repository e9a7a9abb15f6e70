import type { Command } from '../command/command.ts';
import { done, no } from '../command/outcome.ts';
import { formatAge } from '../terminal/format-age.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { readStatus, type Status } from './read-status.ts';
import { agentFacts } from './status-line.ts';

export const statusCommand: Command = {
  words: 'status',
  summary: 'What of this checkout runs, since when, and how it is',
  details: 'Exit code 0 when the server and the agent run and work, 1 when not.',
  arguments: [],
  options: [],
  examples: [
    { line: './weft status', means: 'one line for the server, one for the agent' },
    { line: './weft status --json', means: 'the same for a script' },
  ],
  run: async ({ environment, terminal }) => {
    const nowMs = environment.now();
    const status = await readStatus(workspacePaths(environment.workspace), nowMs);
    if (terminal.isJson) terminal.out(JSON.stringify(status));
    else for (const line of statusLines(status, nowMs)) terminal.out(line);
    return status.isHealthy ? done : no;
  },
};

export function statusLines(status: Status, nowMs: number): string[] {
  return [serverLine(status, nowMs), agentLine(status, nowMs)];
}

function serverLine({ server }: Status, nowMs: number): string {
  if (server === undefined) return 'server  not running; start it with `./weft up`';
  const { record } = server;
  const facts = [
    `running for ${formatAge(nowMs - record.startedAtMs)} (pid ${record.identity.pid})`,
    server.readiness === 'not-ready' ? 'not ready' : server.readiness,
    `https://localhost:${record.port}/`,
    ...(server.machines === undefined ? [] : [`${server.activeMachines ?? 0} of ${server.machines} machines active`]),
    `data in ${record.folder}`,
  ];
  return `server  ${facts.join(', ')}`;
}

function agentLine({ agent }: Status, nowMs: number): string {
  if (agent === undefined) return 'agent   not running; start it with `./weft up`';
  const facts = [
    `running for ${formatAge(nowMs - agent.record.startedAtMs)} (pid ${agent.record.identity.pid})`,
    ...(agent.version === undefined ? [] : [`version ${agent.version}`]),
    ...agentFacts(agent, nowMs),
  ];
  return `agent   ${facts.join(', ')}`;
}
