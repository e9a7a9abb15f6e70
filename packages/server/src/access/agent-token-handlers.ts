import { UniqueViolation } from '../database/database.ts';
import { answer, type Handlers } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import type { AccessParts } from './access-parts.ts';
import { createAgentToken, findAgentToken, listAgentTokens, setAgentTokenDisabled } from './agent-token-store.ts';

export function agentTokenHandlers(parts: AccessParts): Handlers<'listAgentTokens' | 'createAgentToken' | 'changeAgentToken'> {
  const { database } = parts;
  return {
    listAgentTokens: async () => {
      const rows = await listAgentTokens(database);
      return answer({ rows: [...rows], total: rows.length });
    },
    createAgentToken: async ({ input }) => {
      try {
        const { id, token } = await createAgentToken(parts, input.name);
        const agentToken = await findAgentToken(database, id);
        return agentToken === undefined ? refuse('internal') : answer({ token, agentToken });
      } catch (error) {
        if (error instanceof UniqueViolation)
          return refuse('conflict', { message: 'There is an agent token of this name; take another name.' });
        throw error;
      }
    },
    changeAgentToken: async ({ input }) => {
      await setAgentTokenDisabled(database, input.agentTokenId, input.isDisabled);
      const agentToken = await findAgentToken(database, input.agentTokenId);
      return agentToken === undefined ? refuse('not-found', { message: 'There is no agent token of this id.' }) : answer(agentToken);
    },
  };
}
