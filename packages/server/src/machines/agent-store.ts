import { z } from 'zod';
import type { Database } from '../database/database.ts';

/** An agent that does not check in for this long counts as inactive. */
export const ACTIVE_MS = 5 * 60 * 1000;

const agentRow = z.object({
  machineId: z.string(),
  hostname: z.string(),
  version: z.string(),
  firstBatchAtMs: z.coerce.number(),
  lastBatchAtMs: z.coerce.number(),
});

/** An agent as the intake knows it. */
export type Agent = z.output<typeof agentRow>;

const SELECT = `SELECT machine_id AS "machineId", hostname, version, first_batch_at AS "firstBatchAtMs", last_batch_at AS "lastBatchAtMs" FROM agent`;

export async function listAgents(database: Database): Promise<readonly Agent[]> {
  return database.query(agentRow, SELECT);
}

export async function findAgent(database: Database, machineId: string): Promise<Agent | undefined> {
  return (await database.query(agentRow, `${SELECT} WHERE machine_id = $1`, [machineId]))[0];
}

export function isActive(agent: Agent, nowMs: number): boolean {
  return nowMs - agent.lastBatchAtMs < ACTIVE_MS;
}
