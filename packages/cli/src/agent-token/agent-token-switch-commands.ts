import { askServer } from '../api-command/ask-server.ts';
import { findNamed } from '../api-command/find-named.ts';
import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';

export const agentTokenDisableCommand = switchCommand({
  word: 'disable',
  isDisabled: true,
  summary: 'Disable an agent token: what comes with it is refused from then on',
});
export const agentTokenEnableCommand = switchCommand({ word: 'enable', isDisabled: false, summary: 'Enable an agent token again' });

function switchCommand({ word, isDisabled, summary }: { word: string; isDisabled: boolean; summary: string }): Command {
  return {
    words: `agent-token ${word}`,
    summary,
    arguments: [{ name: 'TOKEN', summary: 'Its name, first characters or id, as `agent-token list` shows them.' }],
    options: [],
    examples: [{ line: `./weft agent-token ${word} web-servers`, means: 'the token named web-servers' }],
    run: async ({ environment, terminal, arguments: [given = ''] }) => {
      const tokens = await askServer(environment, 'listAgentTokens', {});
      if (tokens.kind === 'error') return tokens.error;
      const names = (token: { id: string; name: string; tag: string }): string[] => [token.id, token.name, token.tag];
      const found = findNamed(tokens.value.rows, given, { kind: 'agent token', names, list: './weft agent-token list' });
      if (found.kind === 'error') return found.error;
      const answer = await askServer(environment, 'changeAgentToken', { agentTokenId: found.value.id, isDisabled });
      if (answer.kind === 'error') return answer.error;
      terminal.out(terminal.isJson ? JSON.stringify(answer.value) : `${answer.value.name} is ${isDisabled ? 'disabled' : 'enabled'}`);
      return done;
    },
  };
}
