import { hostname } from 'node:os';
import { askServer } from '../api-command/ask-server.ts';
import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';
import { findServer } from '../server-access/find-server.ts';

export const agentTokenCreateCommand: Command = {
  words: 'agent-token create',
  summary: 'Create an agent token; it is shown this once',
  details: "A token carries the fingerprint of the server's CA, so an agent needs nothing else to trust the right server.",
  arguments: [{ name: 'NAME', summary: 'What it is for, such as the name of a fleet.' }],
  options: [],
  examples: [{ line: './weft agent-token create web-servers', means: 'a token for the web servers, with how to use it' }],
  run: async ({ environment, terminal, arguments: [name = ''] }) => {
    const answer = await askServer(environment, 'createAgentToken', { name });
    if (answer.kind === 'error') return answer.error;
    if (terminal.isJson) {
      terminal.out(JSON.stringify(answer.value));
      return done;
    }
    const server = findServer(environment);
    terminal.out(answer.value.token);
    terminal.err('It is not shown again. On a machine that is to report, as root:');
    terminal.err(`  WEFT_SERVER_URL=${serverUrl(server)} WEFT_ACCESS_TOKEN=${answer.value.token} weft-agent`);
    return done;
  },
};

/** The address of a local server means another machine on every other machine. */
function serverUrl(server: ReturnType<typeof findServer>): string {
  if (server.kind === 'error') return 'https://SERVER:8443';
  return server.value.url.replace(/\/\/(127\.0\.0\.1|localhost)\b/, `//${hostname()}`);
}
