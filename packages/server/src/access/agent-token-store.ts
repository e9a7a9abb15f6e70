import { agentTokenTag, agentTokenSecretBytes, formatAgentToken, type EndpointAnswer, type endpoints } from '@weft/schema';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { AccessParts } from './access-parts.ts';
import { secretHash } from './secret-hash.ts';
import { storedFlag, storedInstant, storedOptionalInstant } from './stored-columns.ts';

export type AgentToken = EndpointAnswer<(typeof endpoints)['listAgentTokens']>['rows'][number];

const agentTokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    tag: z.string(),
    isDisabled: storedFlag,
    createdAt: storedInstant,
    lastUsedAt: storedOptionalInstant,
    machines: z.coerce.number(),
  })
  .transform(({ lastUsedAt, ...token }): AgentToken => (lastUsedAt === undefined ? token : { ...token, lastUsedAt }));

const SELECT = `SELECT id, name, tag, is_disabled AS "isDisabled", created_at AS "createdAt", last_used_at AS "lastUsedAt",
  (SELECT count(*) FROM agent WHERE agent.token_id = agent_token.id) AS machines FROM agent_token`;

export async function listAgentTokens(database: Database): Promise<readonly AgentToken[]> {
  return database.query(agentTokenRow, `${SELECT} ORDER BY created_at DESC, id`);
}

export async function findAgentToken(database: Database, id: string): Promise<AgentToken | undefined> {
  return (await database.query(agentTokenRow, `${SELECT} WHERE id = $1`, [id]))[0];
}

/** Makes an agent token; the answer is the only time it is known whole. @throws UniqueViolation when the name is taken. */
export async function createAgentToken(
  parts: Pick<AccessParts, 'database' | 'clock' | 'random' | 'caSha256'>,
  name: string,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = formatAgentToken(parts.random(agentTokenSecretBytes), parts.caSha256);
  const id = crypto.randomUUID();
  await parts.database.run('INSERT INTO agent_token (id, token_hash, tag, name, is_disabled, created_at) VALUES ($1, $2, $3, $4, 0, $5)', [
    id,
    secretHash(token),
    agentTokenTag(token),
    name,
    parts.clock.nowMs(),
  ]);
  return { id, token };
}

/** False when there is no such token. */
export async function setAgentTokenDisabled(database: Database, id: string, isDisabled: boolean): Promise<boolean> {
  return (await database.run('UPDATE agent_token SET is_disabled = $2 WHERE id = $1', [id, isDisabled ? 1 : 0])) > 0;
}
