import { askServer } from '../api-command/ask-server.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';

export const personListCommand: Command = {
  words: 'person list',
  summary: 'People who may sign in, and what they may do',
  arguments: [],
  options: [],
  examples: [{ line: './weft person list', means: 'everybody' }],
  run: async ({ environment, terminal }) => {
    const answer = await askServer(environment, 'listPeople', {});
    if (answer.kind === 'error') return answer.error;
    return printRows(
      terminal,
      answer.value,
      [
        { title: 'EMAIL', value: (row) => row.email },
        { title: 'NAME', value: (row) => row.name },
        { title: 'ROLE', value: (row) => row.role },
        { title: 'STATE', value: (row) => (row.isDisabled ? 'disabled' : 'enabled') },
        { title: 'LAST SEEN', value: (row) => row.lastSeenAt },
        { title: 'ID', value: (row) => row.id },
      ],
      'Nobody can sign in yet; make a link: `./weft admin-link`.',
    );
  },
};
