import type { ApplicationRow } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import { containsOption, readContains } from '../api-command/contains-option.ts';
import { limitOption, readLimit } from '../api-command/limit-option.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { findMachine } from '../machine/find-machine.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import type { TextColumn } from '../terminal/text-table.ts';
import { readTimeRange, timeRangeOptions } from '../time-range/time-range-options.ts';

export const applicationListCommand: Command = {
  words: 'application list',
  summary: 'Applications seen in a time range: where they run, as whom, whom they talk to',
  arguments: [],
  options: [
    { name: 'machine', value: 'MACHINE', summary: 'Only those of this machine: id, host name or beginning of the id.' },
    containsOption,
    ...timeRangeOptions,
    limitOption,
  ],
  examples: [
    { line: './weft application list --since 1h', means: 'what ran in the last hour' },
    { line: './weft application list --text nginx', means: 'applications with nginx in their name' },
  ],
  run: async ({ environment, terminal, options }) => {
    const range = readTimeRange({ options, environment });
    if (range.kind === 'error') return range.error;
    const limit = readLimit(options);
    if (limit.kind === 'error') return limit.error;
    const word = textOption(options, 'machine');
    const machine = word === undefined ? undefined : await findMachine(environment, word);
    if (machine?.kind === 'error') return machine.error;
    const filter = {
      ...range.value,
      ...limit.value,
      ...readContains(options),
      ...(machine === undefined ? {} : { machine: machine.value.id }),
    };
    const answer = await askServer(environment, 'listApplications', filter);
    if (answer.kind === 'error') return answer.error;
    return printRows(terminal, answer.value, columns, 'No application in this time range.');
  },
};

const columns: readonly TextColumn<ApplicationRow>[] = [
  { title: 'APPLICATION', value: (row) => row.application, maxWidth: 64, cutAt: 'middle' },
  { title: 'MACHINES', value: (row) => row.machineCount },
  { title: 'INSTANCES', value: (row) => row.instances },
  { title: 'USERS', value: (row) => row.users.join(','), maxWidth: 24 },
  { title: 'TALKS TO', value: (row) => row.talksTo },
  { title: 'SENT', value: (row) => formatBytes(row.sentBytes) },
  { title: 'RECEIVED', value: (row) => formatBytes(row.receivedBytes) },
  { title: 'FIRST SEEN', value: (row) => row.firstSeenAt },
];
