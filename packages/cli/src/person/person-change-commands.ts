import type { Result } from '@weft/base';
import type { Person, Role } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import { findNamed } from '../api-command/find-named.ts';
import { parseRole } from '../api-command/role-option.ts';
import type { Command, Environment } from '../command/command.ts';
import { done, type Failure } from '../command/outcome.ts';

const PERSON = { name: 'PERSON', summary: 'Email, name or id, as `person list` shows them.' };

export const personRoleCommand: Command = {
  words: 'person role',
  summary: 'Give a person another role',
  details: 'The last admin cannot be demoted.',
  arguments: [PERSON, { name: 'ROLE', summary: 'viewer, analyst or admin.' }],
  options: [],
  examples: [{ line: './weft person role ana@weft.example admin', means: 'Ana may do everything' }],
  run: async ({ environment, terminal, arguments: [word = '', given = ''] }) => {
    const role = parseRole(given);
    if (role.kind === 'error') return role.error;
    const answer = await changePerson(environment, word, { role: role.value });
    if (answer.kind === 'error') return answer.error;
    terminal.out(terminal.isJson ? JSON.stringify(answer.value) : `${answer.value.email} is ${answer.value.role}`);
    return done;
  },
};

export const personDisableCommand = switchCommand('disable', true, 'Keep a person from signing in, and end their sessions');
export const personEnableCommand = switchCommand('enable', false, 'Let a disabled person sign in again');

function switchCommand(word: string, isDisabled: boolean, summary: string): Command {
  return {
    words: `person ${word}`,
    summary,
    arguments: [PERSON],
    options: [],
    examples: [{ line: `./weft person ${word} ana@weft.example`, means: 'by email' }],
    run: async ({ environment, terminal, arguments: [given = ''] }) => {
      const answer = await changePerson(environment, given, { isDisabled });
      if (answer.kind === 'error') return answer.error;
      terminal.out(terminal.isJson ? JSON.stringify(answer.value) : `${answer.value.email} is ${isDisabled ? 'disabled' : 'enabled'}`);
      return done;
    },
  };
}

async function changePerson(
  environment: Environment,
  word: string,
  change: { readonly role?: Role; readonly isDisabled?: boolean },
): Promise<Result<Person, Failure>> {
  const people = await askServer(environment, 'listPeople', {});
  if (people.kind === 'error') return people;
  const names = (person: Person): string[] => [person.id, person.email, person.name];
  const found = findNamed(people.value.rows, word, { kind: 'person', names, list: './weft person list' });
  return found.kind === 'error' ? found : await askServer(environment, 'changePerson', { personId: found.value.id, ...change });
}
