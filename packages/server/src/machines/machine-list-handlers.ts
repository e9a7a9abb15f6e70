import type { Machine } from '@weft/schema';
import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handlers } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import { readTimeRange, type TimeRange } from '../http/time-range.ts';
import { findAgent, listAgents, type Agent } from './agent-store.ts';
import { describeMachine, describeUnseenMachine } from './describe-machine.ts';
import { findMachineState, listMachineStates, lostEventsByMachine, type MachineState } from './machine-state.ts';

const DEFAULT_LIMIT = 1_000;

export function machineListHandlers(parts: DataParts): Handlers<'listMachines' | 'getMachine'> {
  return {
    listMachines: async ({ input }) => {
      const range = readTimeRange(input, parts.clock.nowMs());
      if (range.kind === 'error') return range.error;
      const machines = await allMachines(parts, range.value);
      return answer({ rows: machines.slice(0, input.limit ?? DEFAULT_LIMIT), total: machines.length });
    },
    getMachine: async ({ input }) => {
      const range = readTimeRange(input, parts.clock.nowMs());
      if (range.kind === 'error') return range.error;
      const machine = await oneMachine(parts, input.machineId, range.value);
      return machine === undefined ? refuse('not-found', { message: 'There is no machine of this id.' }) : answer(machine);
    },
  };
}

/** By host name. */
async function allMachines({ warehouse, database, clock }: DataParts, range: TimeRange): Promise<Machine[]> {
  const [states, agents, lost] = await Promise.all([
    listMachineStates(warehouse),
    listAgents(database),
    lostEventsByMachine(warehouse, range),
  ]);
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const agentOf = new Map(agents.map((agent) => [agent.machineId, agent]));
  const ids = new Set([...stateOf.keys(), ...agentOf.keys()]);
  return [...ids]
    .map((id) => describe({ state: stateOf.get(id), agent: agentOf.get(id), lostEvents: lost.get(id) ?? 0 }, clock.nowMs()))
    .filter((machine) => machine !== undefined)
    .sort((a, b) => a.hostname.localeCompare(b.hostname) || a.id.localeCompare(b.id));
}

async function oneMachine({ warehouse, database, clock }: DataParts, machineId: string, range: TimeRange): Promise<Machine | undefined> {
  const [state, agent, lost] = await Promise.all([
    findMachineState(warehouse, machineId),
    findAgent(database, machineId),
    lostEventsByMachine(warehouse, range, machineId),
  ]);
  return describe({ state, agent, lostEvents: lost.get(machineId) ?? 0 }, clock.nowMs());
}

function describe(
  known: { readonly state: MachineState | undefined; readonly agent: Agent | undefined; readonly lostEvents: number },
  nowMs: number,
): Machine | undefined {
  const { state, agent, lostEvents } = known;
  if (state !== undefined) return describeMachine({ state, agent, lostEvents }, nowMs);
  return agent === undefined ? undefined : describeUnseenMachine(agent, lostEvents, nowMs);
}
