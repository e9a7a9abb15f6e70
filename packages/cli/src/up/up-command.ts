import { join } from 'node:path';
import type { Call, Command } from '../command/command.ts';
import { hasSwitch } from '../command/option-values.ts';
import { done, noFailure, type Outcome } from '../command/outcome.ts';
import { claimLock } from '../workspace/claim-lock.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { printWelcome } from './print-welcome.ts';
import { defaultPort, readWish } from './read-wish.ts';
import { startMissing } from './start-missing.ts';
import { stayInForeground } from './stay-in-foreground.ts';

export const upCommand: Command = {
  words: 'up',
  summary: 'Build what is missing and start the server and an agent on this machine',
  details:
    'Builds the sensor, the agent and the console (unchanged parts are skipped), starts the server, starts an agent that reports to it,\n' +
    'and prints the address of the console. What runs already is reused. Without --detach it stays, shows how things are, and Ctrl-C\n' +
    'stops what it started. State lies in .weft/: server/ holds the data, agent/ the agent, log/ the logs.',
  arguments: [],
  options: [
    { name: 'detach', summary: 'Return once the server and the agent are healthy; `./weft down` stops them.' },
    { name: 'port', value: 'N', summary: `Port of the console and the API; ${defaultPort} when unset.` },
    { name: 'data', value: 'DIR', summary: "Folder of the server's data; .weft/server when unset." },
    { name: 'no-agent', summary: 'Start the server only.' },
  ],
  examples: [
    { line: './weft up', means: 'start, and stay until Ctrl-C' },
    { line: './weft up --detach', means: 'start in the background' },
    { line: './weft up --port 9443 --data /srv/weft', means: 'another port, data elsewhere' },
  ],
  run: up,
};

async function up(call: Call): Promise<Outcome> {
  const paths = workspacePaths(call.environment.workspace);
  const wish = readWish(call, paths);
  if ('kind' in wish) return wish;
  const lock = claimLock(join(paths.run, 'up.lock'));
  if (lock === undefined) return noFailure('another `./weft up` or `down` is at work in this checkout.', 'Wait until it is done.');
  try {
    const started = await startMissing(call, paths, wish);
    if ('kind' in started) return started;
    await printWelcome(call, paths, started);
    if (started.agentFailure !== undefined && hasSwitch(call.options, 'detach')) return started.agentFailure;
    if (hasSwitch(call.options, 'detach')) return done;
    lock.release();
    return await stayInForeground(call, paths, started);
  } finally {
    lock.release();
  }
}
