import { askServer } from '../api-command/ask-server.ts';
import { findNamed } from '../api-command/find-named.ts';
import { printRows } from '../api-command/print-rows.ts';
import { readRole, roleOption } from '../api-command/role-option.ts';
import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';

export const apiKeyCreateCommand: Command = {
  words: 'api-key create',
  summary: 'Create an API key for a program; it is shown this once',
  arguments: [{ name: 'NAME', summary: 'What it is for.' }],
  options: [roleOption],
  examples: [{ line: './weft api-key create grafana --role viewer', means: 'a key that may read' }],
  run: async ({ environment, terminal, options, arguments: [name = ''] }) => {
    const role = readRole(options);
    if (role.kind === 'error') return role.error;
    const answer = await askServer(environment, 'createApiKey', { name, role: role.value });
    if (answer.kind === 'error') return answer.error;
    terminal.out(terminal.isJson ? JSON.stringify(answer.value) : answer.value.key);
    if (!terminal.isJson) terminal.err('It is not shown again. Send it as `Authorization: Bearer KEY`, or set WEFT_API_KEY.');
    return done;
  },
};

export const apiKeyListCommand: Command = {
  words: 'api-key list',
  summary: 'API keys, by their first characters; the keys themselves are never shown again',
  arguments: [],
  options: [],
  examples: [{ line: './weft api-key list', means: 'which keys there are, and when each was last used' }],
  run: async ({ environment, terminal }) => {
    const answer = await askServer(environment, 'listApiKeys', {});
    if (answer.kind === 'error') return answer.error;
    return printRows(
      terminal,
      answer.value,
      [
        { title: 'NAME', value: (row) => row.name },
        { title: 'TAG', value: (row) => row.tag },
        { title: 'ROLE', value: (row) => row.role },
        { title: 'CREATED', value: (row) => row.createdAt },
        { title: 'BY', value: (row) => row.createdBy },
        { title: 'LAST USED', value: (row) => row.lastUsedAt },
        { title: 'ID', value: (row) => row.id },
      ],
      'No API key yet; make one: `./weft api-key create NAME`.',
    );
  },
};

export const apiKeyDeleteCommand: Command = {
  words: 'api-key delete',
  summary: 'Delete an API key; it stops working at once',
  arguments: [{ name: 'KEY', summary: 'Its name, first characters or id, as `api-key list` shows them.' }],
  options: [],
  examples: [{ line: './weft api-key delete grafana', means: 'the key named grafana' }],
  run: async ({ environment, terminal, arguments: [word = ''] }) => {
    const keys = await askServer(environment, 'listApiKeys', {});
    if (keys.kind === 'error') return keys.error;
    const names = (key: { id: string; name: string; tag: string }): string[] => [key.id, key.name, key.tag];
    const found = findNamed(keys.value.rows, word, { kind: 'API key', names, list: './weft api-key list' });
    if (found.kind === 'error') return found.error;
    const answer = await askServer(environment, 'deleteApiKey', { apiKeyId: found.value.id });
    if (answer.kind === 'error') return answer.error;
    terminal.out(terminal.isJson ? JSON.stringify(answer.value) : `${found.value.name} is deleted`);
    return done;
  },
};
