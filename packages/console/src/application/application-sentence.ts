import { formatBytes } from '../format/bytes.ts';
import { formatCount } from '../format/count.ts';
import type { AnswerOf } from '../data/api.ts';
import { ownerWords } from '../links/owner-words.ts';

/** What an application does, as a sentence a person can read aloud. */
export function applicationSentence(application: Omit<AnswerOf<'getApplication'>, 'containers' | 'recentExecs'>): string {
  const { owner, userClass, machineCount, instances, talksTo, sentBytes, receivedBytes } = application;
  const who = `${formatCount(instances)} process${instances === 1 ? '' : 'es'} of ${owner === 'role:machine' ? 'the machine' : ownerWords(owner)} as ${userClass}`;
  const where = `on ${formatCount(machineCount)} machine${machineCount === 1 ? '' : 's'}`;
  const talk =
    talksTo === 0
      ? 'opened no connections'
      : `connected to ${formatCount(talksTo)} peer${talksTo === 1 ? '' : 's'}, sent ${formatBytes(sentBytes)} and received ${formatBytes(receivedBytes)}`;
  return `${who}, ${where}; ${talk}.`;
}
