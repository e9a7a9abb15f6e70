import type { Result } from '@weft/base';
import { containsOption, readContains } from '../api-command/contains-option.ts';
import { limitOption, readLimit } from '../api-command/limit-option.ts';
import { printRows, type RowList } from '../api-command/print-rows.ts';
import type { Command, Environment } from '../command/command.ts';
import type { Failure } from '../command/outcome.ts';
import { findMachine } from '../machine/find-machine.ts';
import type { TextColumn } from '../terminal/text-table.ts';
import { readTimeRange, timeRangeOptions } from '../time-range/time-range-options.ts';

/** What every list of a machine's things is asked with. */
export interface MachineQuestion {
  readonly machineId: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly text?: string;
}

export interface MachineList<Row> {
  /** One word, such as `process`; the command is `process list`. */
  readonly word: string;
  readonly summary: string;
  /** What is listed, in the plural, as in "No processes in this time range". */
  readonly things: string;
  /** Whether the endpoint can search. */
  readonly takesText: boolean;
  readonly ask: (environment: Environment, question: MachineQuestion) => Promise<Result<RowList<Row>, Failure>>;
  readonly columns: readonly TextColumn<Row>[];
}

/** `WORD list [MACHINE]`: one kind of thing of one machine in a time range. */
export function machineListOf<Row>(list: MachineList<Row>): Command {
  return {
    words: `${list.word} list`,
    summary: list.summary,
    arguments: [
      { name: 'MACHINE', summary: 'Id, host name or beginning of the id; not needed when there is one machine.', isOptional: true },
    ],
    options: [...timeRangeOptions, limitOption, ...(list.takesText ? [containsOption] : [])],
    examples: [
      { line: `./weft ${list.word} list`, means: 'of the only machine, last 24 hours' },
      { line: `./weft ${list.word} list db-1 --since 15m`, means: 'of the machine db-1, last 15 minutes' },
    ],
    run: async ({ environment, terminal, options, arguments: [word] }) => {
      const range = readTimeRange({ options, environment });
      if (range.kind === 'error') return range.error;
      const limit = readLimit(options);
      if (limit.kind === 'error') return limit.error;
      const machine = await findMachine(environment, word);
      if (machine.kind === 'error') return machine.error;
      const answer = await list.ask(environment, { machineId: machine.value.id, ...range.value, ...limit.value, ...readContains(options) });
      if (answer.kind === 'error') return answer.error;
      return printRows(terminal, answer.value, list.columns, `No ${list.things} of ${machine.value.hostname} in this time range.`);
    },
  };
}
