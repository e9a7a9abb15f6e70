import { join } from 'node:path';
import type { Call, Command } from '../command/command.ts';
import { hasSwitch } from '../command/option-values.ts';
import { done, noFailure, type Outcome } from '../command/outcome.ts';
import { stopServices } from '../down/stop-services.ts';
import { claimLock } from '../workspace/claim-lock.ts';
import { lockFailure } from '../workspace/lock-failure.ts';
import { runningService, serviceNames } from '../workspace/service-record.ts';
import { workspacePaths, type WorkspacePaths } from '../workspace/workspace-paths.ts';
import { interrupted } from './interrupted.ts';
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
  if (lock.kind !== 'claimed') return lockFailure(lock.kind, 'up');
  const interruption = interrupted();
  const startedAtMs = call.environment.now();
  try {
    const running = await Promise.race([startMissing(call, paths, wish), interruption]);
    if (running === 'interrupted') return await stopHalfStarted(call, paths, startedAtMs);
    if ('kind' in running) return running;
    await printWelcome(call, paths, running);
    if (hasSwitch(call.options, 'detach')) return running.agentFailure ?? done;
    lock.release();
    return await stayInForeground(call, paths, running, interruption);
  } finally {
    lock.release();
  }
}

/** Ctrl-C before everything was up: what this `up` has started by then is stopped again. */
async function stopHalfStarted(call: Call, paths: WorkspacePaths, sinceMs: number): Promise<Outcome> {
  const started = serviceNames.filter((name) => (runningService(paths.run, name)?.startedAtMs ?? 0) >= sinceMs);
  await stopServices(paths, call.terminal, started);
  return noFailure('stopped before everything was up.', '`./weft up` begins again.');
}
