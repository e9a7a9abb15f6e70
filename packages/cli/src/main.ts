import { join } from 'node:path';
import { commandTable } from './command/command-table.ts';
import { runLine } from './command/run-line.ts';

const environment = { variables: process.env, workspace: join(import.meta.dir, '..', '..', '..'), now: () => Date.now() };
process.exitCode = await runLine(commandTable, process.argv.slice(2), environment, process);
