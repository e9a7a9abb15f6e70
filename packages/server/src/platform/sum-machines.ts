import { toInstant } from '../http/to-instant.ts';
import { isActive, type Agent } from '../machines/agent-store.ts';
import type { MachineState } from '../machines/machine-state.ts';

export interface MachineSummary {
  active: number;
  inactive: number;
  /** Active machines that have a feature whose tier is none. */
  degraded: number;
  longestSilent?: { id: string; hostname: string; since: string };
}

/** Machines by the state of their agent. */
export function sumMachines(agents: readonly Agent[], states: readonly MachineState[], nowMs: number): MachineSummary {
  const degradedIds = new Set(states.filter(({ tiers }) => Object.values(tiers).includes('none')).map(({ id }) => id));
  const active = agents.filter((agent) => isActive(agent, nowMs));
  const silent = agents.filter((agent) => !isActive(agent, nowMs)).toSorted((a, b) => a.lastBatchAtMs - b.lastBatchAtMs);
  const [longest] = silent;
  return {
    active: active.length,
    inactive: silent.length,
    degraded: active.filter(({ machineId }) => degradedIds.has(machineId)).length,
    ...(longest === undefined
      ? {}
      : { longestSilent: { id: longest.machineId, hostname: longest.hostname, since: toInstant(longest.lastBatchAtMs) } }),
  };
}
