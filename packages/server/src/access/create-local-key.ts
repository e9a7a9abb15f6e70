import type { AccessParts } from './access-parts.ts';
import { createApiKey } from './create-api-key.ts';

const MADE_BY = 'weft up';

/** An admin API key for the command line on the server's own machine, named after it; it replaces the one made before. */
export async function createLocalKey(parts: Pick<AccessParts, 'database' | 'clock' | 'random'>, name: string): Promise<string> {
  return parts.database.transaction(async (inside) => {
    await inside.run('DELETE FROM api_key WHERE name = $1 AND created_by = $2', [name, MADE_BY]);
    return (await createApiKey({ ...parts, database: inside }, { name, role: 'admin', createdBy: MADE_BY })).key;
  });
}
