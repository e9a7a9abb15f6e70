import { storeGroup, type StoreParts } from './store-group.ts';

/** Stores the groups that a former run was in the middle of. Throws when one cannot be stored: the intake must not open before. */
export async function replayJournals(store: StoreParts): Promise<void> {
  for (const id of await store.journal.left()) {
    const group = await store.journal.read(id);
    await storeGroup(store, group);
    store.logger.info('stored a group that a former run left', { group: id, batches: group.batches.length });
  }
}
