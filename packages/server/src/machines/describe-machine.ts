import type { Machine } from '@weft/schema';
import { toInstant } from '../http/to-instant.ts';
import { isActive, type Agent } from './agent-store.ts';
import type { MachineState } from './machine-state.ts';

/** One machine of the contract from what its agent said and what the intake knows; either may be missing, not both. */
export function describeMachine(
  known: { readonly state: MachineState; readonly agent: Agent | undefined; readonly lostEvents: number },
  nowMs: number,
): Machine {
  const { cpuModel, seenAt, ...state } = known.state;
  const { agent } = known;
  return {
    ...state,
    ...(cpuModel === null ? {} : { cpuModel }),
    agentStatus: agent !== undefined && isActive(agent, nowMs) ? 'ACTIVE' : 'INACTIVE',
    lastCheckInAt: agent === undefined ? seenAt : toInstant(agent.lastBatchAtMs),
    createdAt: agent === undefined ? seenAt : toInstant(agent.firstBatchAtMs),
    lostEvents: known.lostEvents,
  };
}

/** An agent that checked in before the row about its machine arrived (or after that row's retention). */
export function describeUnseenMachine(agent: Agent, lostEvents: number, nowMs: number): Machine {
  return {
    id: agent.machineId,
    hostname: agent.hostname,
    agentStatus: isActive(agent, nowMs) ? 'ACTIVE' : 'INACTIVE',
    agentVersion: agent.version,
    lastCheckInAt: toInstant(agent.lastBatchAtMs),
    createdAt: toInstant(agent.firstBatchAtMs),
    osName: 'unknown',
    osVersion: 'unknown',
    osDescription: 'Not described yet',
    kernelRelease: 'unknown',
    architecture: 'unknown',
    cpuCount: 0,
    memoryBytes: 0,
    addresses: [],
    tags: {},
    tiers: {},
    tierReasons: {},
    lostEvents,
  };
}
