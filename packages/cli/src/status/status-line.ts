import { formatAge } from '../terminal/format-age.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import type { AgentStatus, Status } from './read-status.ts';

/** Everything in one line, for the screen of a running `up`. */
export function statusLine(status: Status, nowMs: number): string {
  const { server, agent } = status;
  const serverPart = server === undefined ? 'server not running' : `server ${server.readiness}`;
  const machines = server?.activeMachines === undefined ? [] : [`${server.activeMachines} of ${server.machines ?? 0} machines active`];
  const agentPart = agent === undefined ? 'agent not running' : `agent ${agentFacts(agent, nowMs).join(', ')}`;
  return [serverPart, ...machines, agentPart].join(' · ');
}

/** What is known about the agent, each as one phrase. */
export function agentFacts(agent: AgentStatus, nowMs: number): string[] {
  return [
    ...(agent.lastCheckInMs === undefined ? ['has not checked in'] : [`checked in ${ago(nowMs - agent.lastCheckInMs)}`]),
    ...(agent.cpuPercent === undefined ? [] : [`${agent.cpuPercent.toFixed(1)} % of a core`]),
    ...(agent.residentBytes === undefined ? [] : [formatBytes(agent.residentBytes)]),
    ...(agent.spooledBytes === undefined ? [] : [`${formatBytes(agent.spooledBytes)} spooled`]),
    ...(agent.lostEvents === undefined ? [] : [`${agent.lostEvents.toLocaleString('en-US')} events lost`]),
  ];
}

function ago(ageMs: number): string {
  const age = formatAge(ageMs);
  return age === '0 s' ? 'just now' : `${age} ago`;
}
