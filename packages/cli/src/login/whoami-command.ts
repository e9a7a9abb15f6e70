import { askServer } from '../api-command/ask-server.ts';
import { printFacts } from '../api-command/print-facts.ts';
import type { Command } from '../command/command.ts';
import { findServer } from '../server-access/find-server.ts';

export const whoamiCommand: Command = {
  words: 'whoami',
  summary: 'Which server the commands ask, as whom, with which role',
  arguments: [],
  options: [],
  examples: [{ line: './weft whoami', means: 'also a way to see that a key works' }],
  run: async ({ environment, terminal }) => {
    const server = findServer(environment);
    if (server.kind === 'error') return server.error;
    const answer = await askServer(environment, 'whoAmI', {});
    if (answer.kind === 'error') return answer.error;
    const { kind, name, email, role } = answer.value;
    return printFacts(terminal, { ...answer.value, server: server.value.url }, [
      ['server', server.value.url],
      ['as', email === undefined ? name : `${name} <${email}>`],
      ['kind', kind],
      ['role', role],
    ]);
  },
};
