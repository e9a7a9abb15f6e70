import type { Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { done, noFailure, unreachableFailure, usageFailure, type Outcome } from '../command/outcome.ts';
import { callFailure } from '../server-access/call-failure.ts';
import { findServer } from '../server-access/find-server.ts';
import { authorization, fetchFrom } from '../server-access/open-api.ts';
import type { ServerAddress } from '../server-access/server-address.ts';
import type { Terminal } from '../terminal/terminal.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];

export const apiCommand: Command = {
  words: 'api',
  summary: 'Call the HTTP API directly and print what it answers',
  details: 'The API is described by the server itself, at /api/v1/openapi.json.',
  arguments: [
    { name: 'METHOD', summary: 'GET, POST, PATCH or DELETE.' },
    { name: 'PATH', summary: 'Such as /api/v1/machines?limit=5.' },
  ],
  options: [{ name: 'body', value: 'JSON', summary: 'What to send, as JSON text.' }],
  examples: [
    { line: './weft api GET /api/v1/machines', means: 'every machine' },
    { line: `./weft api POST /api/v1/agent-tokens --body '{"name":"edge"}'`, means: 'a new agent token' },
  ],
  run: async ({ environment, terminal, options, arguments: [given = '', path = ''] }) => {
    const method = METHODS.find((candidate) => candidate === given.toUpperCase());
    if (method === undefined) return usageFailure(`"${given}" is no method.`, `Methods are ${METHODS.join(', ')}.`);
    if (!path.startsWith('/')) return usageFailure(`PATH must begin with /, not "${path}".`, 'Try `./weft api GET /api/v1/machines`.');
    const body = textOption(options, 'body');
    if (body !== undefined && !isJson(body)) return usageFailure('--body is no JSON.', `Quote it for the shell: --body '{"name":"edge"}'.`);
    const server = findServer(environment);
    return server.kind === 'error' ? server.error : await send(server.value, terminal, method, path, body);
  },
};

async function send(server: ServerAddress, terminal: Terminal, method: string, path: string, body: string | undefined): Promise<Outcome> {
  const content = body === undefined ? {} : { 'content-type': 'application/json' };
  const init = { method, headers: { ...authorization(server), ...content }, ...(body === undefined ? {} : { body }) };
  try {
    const response = await fetchFrom(server, server.url + path, init);
    const answer = await response.text();
    terminal.out(pretty(answer, terminal.isJson));
    if (response.ok) return done;
    const message = `${method} ${path} was answered with ${response.status}.`;
    return response.status >= 500 ? unreachableFailure(message, 'The answer tells more.') : noFailure(message, 'The answer tells more.');
  } catch (error) {
    return callFailure(server, { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Indented for a person, one line for a script; what is no JSON stays as it is. */
function pretty(text: string, isCompact: boolean): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, isCompact ? undefined : 2);
  } catch {
    return text;
  }
}
