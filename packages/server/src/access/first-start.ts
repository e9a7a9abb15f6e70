import { z } from 'zod';
import type { AccessParts } from './access-parts.ts';
import { createAgentToken } from './agent-token-store.ts';
import { createAdminLink } from './one-time-link.ts';
import { hasPeople } from './person-store.ts';

type FirstStartParts = Pick<AccessParts, 'database' | 'clock' | 'random' | 'caSha256'>;

/** What a server that nobody has used yet hands to its owner; each is shown this once. */
export interface FirstStart {
  /** Path of the console page that makes the first admin; made at every start until there is one. */
  readonly adminLinkPath: string | undefined;
  /** The first agent token; made when there was never one. */
  readonly agentToken: string | undefined;
}

export async function prepareFirstStart(parts: FirstStartParts): Promise<FirstStart> {
  const isClaimed = await hasPeople(parts.database);
  const hasTokens = (await parts.database.query(z.unknown(), 'SELECT id FROM agent_token LIMIT 1')).length > 0;
  return {
    adminLinkPath: isClaimed ? undefined : (await createAdminLink(parts)).path,
    agentToken: hasTokens ? undefined : (await createAgentToken(parts, 'first')).token,
  };
}
