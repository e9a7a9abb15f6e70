import { err, nearestWord, ok, type Result } from '@weft/base';
import type { Machine } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import type { Environment } from '../command/command.ts';
import { noFailure, usageFailure, type Failure } from '../command/outcome.ts';

/** The machine that a word means: its id, its host name, or the beginning of its id. No word means the only machine there is. */
export async function findMachine(environment: Environment, word: string | undefined): Promise<Result<Machine, Failure>> {
  const answer = await askServer(environment, 'listMachines', { limit: 10_000 });
  return answer.kind === 'ok' ? chooseMachine(answer.value.rows, word) : answer;
}

export function chooseMachine(machines: readonly Machine[], word: string | undefined): Result<Machine, Failure> {
  const [first, ...others] = word === undefined ? machines : machinesMeant(machines, word);
  if (first !== undefined && others.length === 0) return ok(first);
  if (machines.length === 0)
    return err(noFailure('no machine has reported yet.', 'Start an agent: `./weft agent-token create NAME` tells how.'));
  if (first !== undefined) return err(ambiguous(word, [first, ...others]));
  const meant = nearestWord(
    word ?? '',
    machines.map((machine) => machine.hostname),
  );
  const mend = meant === undefined ? 'See `./weft machine list`.' : `Did you mean ${meant}?`;
  return err(noFailure(`there is no machine "${word}".`, mend));
}

/** The exact id or host name counts before the beginning of an id. */
function machinesMeant(machines: readonly Machine[], word: string): readonly Machine[] {
  const exact = machines.filter((machine) => machine.id === word || machine.hostname === word);
  return exact.length > 0 ? exact : machines.filter((machine) => machine.id.startsWith(word));
}

function ambiguous(word: string | undefined, machines: readonly Machine[]): Failure {
  const names = machines.slice(0, 10).map((machine) => `${machine.id} (${machine.hostname})`);
  return {
    ...usageFailure(
      word === undefined ? `there are ${machines.length} machines: name one.` : `"${word}" fits ${machines.length} machines.`,
      'Name it by its id.',
    ),
    problems: names,
  };
}
