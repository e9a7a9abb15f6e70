import { askServer } from '../api-command/ask-server.ts';
import { readRole, roleOption } from '../api-command/role-option.ts';
import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';
import { findServer } from '../server-access/find-server.ts';

export const personInviteCommand: Command = {
  words: 'person invite',
  summary: 'Invite a person: prints a one-time link to hand over',
  arguments: [{ name: 'EMAIL', summary: 'Address the person will sign in with.' }],
  options: [roleOption],
  examples: [{ line: './weft person invite ana@weft.example --role analyst', means: 'a link with which Ana sets a password' }],
  run: async ({ environment, terminal, options, arguments: [email = ''] }) => {
    const role = readRole(options);
    if (role.kind === 'error') return role.error;
    const server = findServer(environment);
    if (server.kind === 'error') return server.error;
    const answer = await askServer(environment, 'invitePerson', { email, role: role.value });
    if (answer.kind === 'error') return answer.error;
    const link = new URL(answer.value.link, server.value.url).href;
    terminal.out(terminal.isJson ? JSON.stringify({ ...answer.value, link }) : link);
    if (!terminal.isJson) terminal.err(`Works once, until ${answer.value.expiresAt}.`);
    return done;
  },
};
