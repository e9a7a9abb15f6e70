import { askServer } from '../api-command/ask-server.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';
import { done, no } from '../command/outcome.ts';

export const searchCommand: Command = {
  words: 'search',
  summary: 'Machines, applications, containers, addresses and names that contain a text',
  details: 'Exit code 1 when nothing was found.',
  arguments: [{ name: 'TEXT', summary: 'At least one character.' }],
  options: [],
  examples: [{ line: './weft search redis', means: 'everything with redis in its name' }],
  run: async ({ environment, terminal, arguments: [text = ''] }) => {
    const answer = await askServer(environment, 'search', { text });
    if (answer.kind === 'error') return answer.error;
    const { hits } = answer.value;
    if (terminal.isJson) terminal.out(JSON.stringify(answer.value));
    else {
      printRows(
        terminal,
        { rows: hits, total: hits.length },
        [
          { title: 'KIND', value: (hit) => hit.kind },
          { title: 'NAME', value: (hit) => hit.label, maxWidth: 80 },
          { title: 'DETAIL', value: (hit) => hit.detail, maxWidth: 80 },
          { title: 'ID', value: (hit) => hit.id },
        ],
        `Nothing contains "${text}".`,
      );
    }
    return hits.length === 0 ? no : done;
  },
};
