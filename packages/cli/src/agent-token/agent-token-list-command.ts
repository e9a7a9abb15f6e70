import { askServer } from '../api-command/ask-server.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';

export const agentTokenListCommand: Command = {
  words: 'agent-token list',
  summary: 'Agent tokens, by their first characters; the tokens themselves are never shown again',
  arguments: [],
  options: [],
  examples: [{ line: './weft agent-token list', means: 'who uses which token, and since when' }],
  run: async ({ environment, terminal }) => {
    const answer = await askServer(environment, 'listAgentTokens', {});
    if (answer.kind === 'error') return answer.error;
    return printRows(
      terminal,
      answer.value,
      [
        { title: 'NAME', value: (row) => row.name },
        { title: 'TAG', value: (row) => row.tag },
        { title: 'STATE', value: (row) => (row.isDisabled ? 'disabled' : 'enabled') },
        { title: 'MACHINES', value: (row) => row.machines },
        { title: 'CREATED', value: (row) => row.createdAt },
        { title: 'LAST USED', value: (row) => row.lastUsedAt },
        { title: 'ID', value: (row) => row.id },
      ],
      'No agent token yet; make one: `./weft agent-token create NAME`.',
    );
  },
};
