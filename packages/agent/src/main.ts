#!/usr/bin/env bun
import { createLogger } from '@weft/base';
import { helpText, readArguments } from './config/read-arguments.ts';
import { exitCode } from './exit-code.ts';
import { runAgent } from './run-agent.ts';
import { runCheck } from './check/run-check.ts';
import { version } from './version.ts';

const log = createLogger((line) => process.stderr.write(line), Date.now);
const words = process.argv.slice(2);
const read = readArguments(words);

if (read.kind === 'error') {
  console.error(`weft-agent: ${read.error}`);
  process.exit(exitCode.usage);
}
switch (read.value.command) {
  case 'help':
    console.log(helpText);
    break;
  case 'version':
    console.log(`weft-agent ${version}`);
    break;
  case 'check':
    process.exit(await runCheck(read.value, process.env, console.log));
    break;
  case 'run':
    process.exit(await runAgent(read.value, process.env, log));
}
