import { askServer } from '../api-command/ask-server.ts';
import { printFacts } from '../api-command/print-facts.ts';
import type { Command } from '../command/command.ts';
import { formatBytes } from '../terminal/format-bytes.ts';

export const systemCommand: Command = {
  words: 'system',
  summary: 'The server about itself: version, storage, tables, intake',
  arguments: [],
  options: [],
  examples: [{ line: './weft system', means: 'rows and bytes of every table' }],
  run: async ({ environment, terminal }) => {
    const answer = await askServer(environment, 'getSystem', {});
    if (answer.kind === 'error') return answer.error;
    const { value } = answer;
    return printFacts(terminal, value, [
      ['version', value.version],
      ['started', value.startedAt],
      ['intake', value.intakeState],
      ['warehouse', value.warehouse],
      ['database', value.database],
      ['retention', `${value.retentionDays} days`],
      ['free disk', value.freeDiskBytes === undefined ? undefined : formatBytes(value.freeDiskBytes)],
      ['CA fingerprint', value.caFingerprint],
      ...value.tables.map((table) => [table.name, `${table.rows.toLocaleString('en-US')} rows, ${formatBytes(table.bytes)}`] as const),
    ]);
  },
};
