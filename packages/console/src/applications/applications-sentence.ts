import type { Answer } from '../data/answer.ts';
import type { AnswerOf } from '../data/api.ts';
import { formatCount } from '../format/count.ts';

/** How many there are and how much they moved, as a sentence; nothing while that is not known. */
export function applicationsSentence(answer: Answer<AnswerOf<'listApplications'>>): string | undefined {
  if (answer.kind !== 'ready' || answer.value.total === 0) return undefined;
  const { rows, total } = answer.value;
  const machines = new Set(rows.flatMap((row) => row.machines)).size;
  const silent = rows.filter(({ talksTo }) => talksTo === 0).length;
  return `${formatCount(total)} applications on ${formatCount(machines)} ${machines === 1 ? 'machine' : 'machines'}; ${formatCount(silent)} opened no connection.`;
}
