import type { Role } from '@weft/schema';
import type { AccessParts } from './access-parts.ts';
import { addApiKey } from './api-key-store.ts';
import { randomSecret } from './random-secret.ts';
import { secretHash } from './secret-hash.ts';

export const API_KEY_PREFIX = 'weft_';

/** What may be shown of a key: the prefix and 6 characters. */
const TAG_LENGTH = API_KEY_PREFIX.length + 6;

/** Makes an API key; the answer is the only time it is known whole. */
export async function createApiKey(
  parts: Pick<AccessParts, 'database' | 'clock' | 'random'>,
  wanted: { readonly name: string; readonly role: Role; readonly createdBy: string },
): Promise<{ readonly id: string; readonly key: string; readonly tag: string; readonly createdAtMs: number }> {
  const key = API_KEY_PREFIX + randomSecret(parts.random);
  const id = crypto.randomUUID();
  const tag = key.slice(0, TAG_LENGTH);
  const createdAtMs = parts.clock.nowMs();
  await addApiKey(parts.database, { id, keyHash: secretHash(key), tag, ...wanted }, createdAtMs);
  return { id, key, tag, createdAtMs };
}
