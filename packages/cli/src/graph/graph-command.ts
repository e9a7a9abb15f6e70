import type { GraphEdge } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import { containsOption, readContains } from '../api-command/contains-option.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';
import { textOption, type OptionValues } from '../command/option-values.ts';
import { done } from '../command/outcome.ts';
import { findMachine } from '../machine/find-machine.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import type { TextColumn } from '../terminal/text-table.ts';
import { readTimeRange, timeRangeOptions } from '../time-range/time-range-options.ts';

export const graphCommand: Command = {
  words: 'graph',
  summary: 'The behaviour graph of a time range, one row per edge',
  details: 'With --json the nodes come too. The time range is widened to whole hours.',
  arguments: [],
  options: [
    { name: 'machine', value: 'MACHINE', summary: 'Only what was seen on this machine.' },
    { name: 'owner', value: 'OWNER', summary: 'Only applications of this owner, such as image:redis.' },
    { name: 'kinds', value: 'KINDS', summary: 'Comma-separated: launch, connection, dns.' },
    { name: 'around', value: 'NODE', summary: 'Only this node and its neighbours.' },
    containsOption,
    ...timeRangeOptions,
  ],
  examples: [
    { line: './weft graph --since 2h --kinds connection', means: 'who talks to whom' },
    { line: "./weft graph --around 'app:unit:ssh.service|sshd|root'", means: 'one application and its neighbours' },
  ],
  run: async ({ environment, terminal, options }) => {
    const range = readTimeRange({ options, environment });
    if (range.kind === 'error') return range.error;
    const word = textOption(options, 'machine');
    const machine = word === undefined ? undefined : await findMachine(environment, word);
    if (machine?.kind === 'error') return machine.error;
    const machineFilter = machine === undefined ? {} : { machine: machine.value.id };
    const answer = await askServer(environment, 'getGraph', {
      ...range.value,
      ...machineFilter,
      ...filters(options),
      ...readContains(options),
    });
    if (answer.kind === 'error') return answer.error;
    const { value } = answer;
    if (terminal.isJson) {
      terminal.out(JSON.stringify(value));
      return done;
    }
    terminal.err(
      `${value.shownNodes} of ${value.totalNodes} nodes, ${value.shownEdges} of ${value.totalEdges} edges, ${value.from} to ${value.to}`,
    );
    return printRows(terminal, { rows: value.edges, total: value.edges.length }, columns, 'No edge in this time range.');
  },
};

function filters(options: OptionValues): { owner?: string; kinds?: string; around?: string } {
  const owner = textOption(options, 'owner');
  const kinds = textOption(options, 'kinds');
  const around = textOption(options, 'around');
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(around === undefined ? {} : { around }),
  };
}

const columns: readonly TextColumn<GraphEdge>[] = [
  { title: 'KIND', value: (edge) => edge.kind },
  { title: 'FROM', value: (edge) => edge.source, maxWidth: 64, cutAt: 'middle' },
  { title: 'TO', value: (edge) => edge.target, maxWidth: 64, cutAt: 'middle' },
  { title: 'PORT', value: (edge) => (edge.port === undefined ? undefined : String(edge.port)) },
  { title: 'EVENTS', value: (edge) => edge.events },
  { title: 'FAILED', value: (edge) => edge.failed },
  { title: 'SENT', value: (edge) => formatBytes(edge.sentBytes) },
  { title: 'RECEIVED', value: (edge) => formatBytes(edge.receivedBytes) },
  { title: 'NEW', value: (edge) => (edge.isNew ? 'new' : '') },
];
