import { unreachable } from '@weft/base';
import type { Caller } from '../http/caller.ts';
import { answer, type Handlers } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import { toInstant } from '../http/to-instant.ts';
import type { AccessParts } from './access-parts.ts';
import { deleteApiKey, listApiKeys } from './api-key-store.ts';
import { createApiKey } from './create-api-key.ts';

export function apiKeyHandlers(parts: AccessParts): Handlers<'listApiKeys' | 'createApiKey' | 'deleteApiKey'> {
  return {
    listApiKeys: async () => {
      const rows = await listApiKeys(parts.database);
      return answer({ rows: [...rows], total: rows.length });
    },
    createApiKey: async ({ input, caller }) => {
      const createdBy = nameOf(caller);
      const { id, key, tag, createdAtMs } = await createApiKey(parts, { name: input.name, role: input.role, createdBy });
      return answer({ key, apiKey: { id, name: input.name, role: input.role, tag, createdAt: toInstant(createdAtMs), createdBy } });
    },
    deleteApiKey: async ({ input }) => {
      const isDeleted = await deleteApiKey(parts.database, input.apiKeyId);
      return isDeleted ? answer({ status: 'done' }) : refuse('not-found', { message: 'There is no API key of this id.' });
    },
  };
}

function nameOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anyone':
      return 'nobody';
    case 'person':
      return caller.email;
    case 'api-key':
      return `API key ${caller.name}`;
    default:
      return unreachable(caller);
  }
}
