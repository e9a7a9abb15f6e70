import { unreachable } from '@weft/base';
import { openTerminal, type Streams, type Terminal } from '../terminal/terminal.ts';
import type { Command, Environment } from './command.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { findCommand } from './find-command.ts';
import { commandHelp, groupHelp } from './help-text.ts';
import { hasSwitch } from './option-values.ts';
import { usageFailure, type Failure, type Outcome } from './outcome.ts';
import { parseLine } from './parse-line.ts';

/** Runs one command line, prints what it answers, and gives the exit code. */
export async function runLine(
  commands: readonly Command[],
  line: readonly string[],
  environment: Environment,
  streams: Streams,
): Promise<ExitCode> {
  const terminal = openTerminal(streams, line.includes('--json'));
  const found = findCommand(commands, line);
  switch (found.kind) {
    case 'group':
      return printGroup(terminal, found.word, found.commands, line);
    case 'unknown':
      return report(terminal, unknownCommand(found.words, found.meant));
    case 'command':
      return await runCommand(found.command, found.rest, environment, terminal);
    default:
      return unreachable(found);
  }
}

async function runCommand(command: Command, rest: readonly string[], environment: Environment, terminal: Terminal): Promise<ExitCode> {
  if (asksForHelp(rest)) {
    terminal.out(commandHelp(command));
    return exitCode.done;
  }
  const parsed = parseLine(command, rest);
  if (parsed.kind === 'error') return report(terminal, parsed.error);
  const isJson = hasSwitch(parsed.value.options, 'json');
  return report(terminal, await command.run({ ...parsed.value, terminal: { ...terminal, isJson }, environment }));
}

/** Help is given whatever else is on the line, so that it is always one step away. */
function asksForHelp(rest: readonly string[]): boolean {
  const end = rest.indexOf('--');
  return rest.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

/** A bare group is an incomplete command line, unless help was asked for. */
function printGroup(terminal: Terminal, word: string, commands: readonly Command[], line: readonly string[]): ExitCode {
  if (asksForHelp(line) || line.length === 0) {
    terminal.out(groupHelp(word, commands));
    return exitCode.done;
  }
  terminal.err(groupHelp(word, commands));
  return exitCode.usage;
}

function unknownCommand(words: string, meant: string | undefined): Failure {
  const mend = meant === undefined ? 'See `./weft --help`.' : `Did you mean \`./weft ${meant}\`?`;
  return usageFailure(`weft has no command "${words}".`, mend);
}

function report(terminal: Terminal, outcome: Outcome): ExitCode {
  switch (outcome.kind) {
    case 'done':
      return exitCode.done;
    case 'no':
      return exitCode.no;
    case 'failed':
      printFailure(terminal, outcome);
      return outcome.exitCode;
    default:
      return unreachable(outcome);
  }
}

function printFailure(terminal: Terminal, failure: Failure): void {
  const { message, mend, problems } = failure;
  if (terminal.isJson) return terminal.err(JSON.stringify({ error: { message, mend, ...(problems === undefined ? {} : { problems }) } }));
  terminal.err(`weft: ${message}`);
  for (const problem of problems ?? []) terminal.err(`  - ${problem}`);
  terminal.err(`      ${mend}`);
}
