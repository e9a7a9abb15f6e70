import { askServer } from '../api-command/ask-server.ts';
import { printFacts } from '../api-command/print-facts.ts';
import type { Command } from '../command/command.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import { readTimeRange, timeRangeOptions } from '../time-range/time-range-options.ts';

export const applicationShowCommand: Command = {
  words: 'application show',
  summary: 'Everything about one application',
  arguments: [{ name: 'APPLICATION', summary: 'Its key as `application list` shows it; quote it, it holds `|`.' }],
  options: timeRangeOptions,
  examples: [{ line: "./weft application show 'unit:ssh.service|sshd|root'", means: 'the SSH service' }],
  run: async ({ environment, terminal, options, arguments: [application = ''] }) => {
    const range = readTimeRange({ options, environment });
    if (range.kind === 'error') return range.error;
    const answer = await askServer(environment, 'getApplication', { application, ...range.value });
    if (answer.kind === 'error') return answer.error;
    const { value } = answer;
    return printFacts(terminal, value, [
      ['application', value.application],
      ['owner', value.owner],
      ['executable', value.executable],
      ['script', value.script],
      ['user class', value.userClass],
      ['users', value.users],
      ['executables', value.exePaths],
      ['machines', `${value.machineCount}: ${value.machines.join(', ')}`],
      ['instances', value.instances],
      ['first seen', value.firstSeenAt],
      ['last seen', value.lastSeenAt],
      ['talks to', `${value.talksTo} peers`],
      ['sent', formatBytes(value.sentBytes)],
      ['received', formatBytes(value.receivedBytes)],
      ['containers', value.containers.map((container) => container.name ?? container.containerId.slice(0, 12))],
      ['recent execs', value.recentExecs.slice(0, 5).map((exec) => `${exec.executedAt} ${exec.commandLine}`)],
    ]);
  },
};
