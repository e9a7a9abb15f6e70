import { join } from 'node:path';
import { commandTable } from './command/command-table.ts';
import { runLine } from './command/run-line.ts';

/** `weft … | head` closes the pipe when it has seen enough: that is no failure. */
function endQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

const environment = { variables: process.env, workspace: join(import.meta.dir, '..', '..', '..'), now: () => Date.now() };
process.exitCode = await runLine(commandTable, process.argv.slice(2), environment, process);
