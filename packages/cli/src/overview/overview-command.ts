import { askServer } from '../api-command/ask-server.ts';
import { printFacts } from '../api-command/print-facts.ts';
import type { Command } from '../command/command.ts';
import { readTimeRange, timeRangeOptions } from '../time-range/time-range-options.ts';

export const overviewCommand: Command = {
  words: 'overview',
  summary: 'Is everything all right: machines, intake, loss, and what is new',
  arguments: [],
  options: timeRangeOptions,
  examples: [{ line: './weft overview --since 1h', means: 'the last hour' }],
  run: async ({ environment, terminal, options }) => {
    const range = readTimeRange({ options, environment });
    if (range.kind === 'error') return range.error;
    const answer = await askServer(environment, 'getOverview', range.value);
    if (answer.kind === 'error') return answer.error;
    const { machines, counts, intake, lostEvents, gaps, newApplications, newPeers, hasHistory } = answer.value;
    return printFacts(terminal, answer.value, [
      ['machines', `${machines.active} active, ${machines.inactive} silent, ${machines.degraded} degraded`],
      ['lost events', `${lostEvents} in ${gaps} gaps`],
      ['intake', `${intake.rowsPerSecond.toFixed(1)} rows/s, ${intake.rejectedRows} rejected, last batch ${intake.lastBatchAt ?? 'never'}`],
      ['applications', counts.applications],
      ['processes', counts.processes],
      ['programs started', counts.execs],
      ['connections', counts.connections],
      ['containers', counts.containers],
      ['external peers', counts.externalPeers],
      ['new', hasHistory ? `${newApplications.length} applications, ${newPeers.length} peers` : 'no history yet: everything would be new'],
    ]);
  },
};
