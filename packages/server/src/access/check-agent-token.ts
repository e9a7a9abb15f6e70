import { z } from 'zod';
import { parseAgentToken } from '@weft/schema';
import type { AccessParts } from './access-parts.ts';
import { secretHash } from './secret-hash.ts';
import { storedFlag } from './stored-columns.ts';
import { TOUCH_EVERY_MS } from './session-store.ts';

/** What a sender's token is worth. */
type AgentTokenCheck = { readonly kind: 'good'; readonly tokenId: string } | { readonly kind: 'wrong' } | { readonly kind: 'disabled' };

const found = z.object({ id: z.string(), isDisabled: storedFlag, lastUsedAtMs: z.union([z.null(), z.coerce.number()]) });

/** Checks agent tokens against their stored hashes, and notes about once a minute that one is used. */
export function createCheckAgentToken({
  database,
  clock,
}: Pick<AccessParts, 'database' | 'clock'>): (token: string) => Promise<AgentTokenCheck> {
  return async (token) => {
    if (parseAgentToken(token) === undefined) return { kind: 'wrong' };
    const [row] = await database.query(
      found,
      'SELECT id, is_disabled AS "isDisabled", last_used_at AS "lastUsedAtMs" FROM agent_token WHERE token_hash = $1',
      [secretHash(token)],
    );
    if (row === undefined) return { kind: 'wrong' };
    if (row.isDisabled) return { kind: 'disabled' };
    const nowMs = clock.nowMs();
    if (nowMs - (row.lastUsedAtMs ?? 0) > TOUCH_EVERY_MS)
      await database.run('UPDATE agent_token SET last_used_at = $2 WHERE id = $1', [row.id, nowMs]);
    return { kind: 'good', tokenId: row.id };
  };
}
