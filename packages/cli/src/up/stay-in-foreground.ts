import type { Call } from '../command/command.ts';
import { done, noFailure, type Outcome } from '../command/outcome.ts';
import { stopServices } from '../down/stop-services.ts';
import { readStatus } from '../status/read-status.ts';
import { statusLine } from '../status/status-line.ts';
import { isRunning } from '../workspace/process-identity.ts';
import { readServiceRecord } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import type { Running } from './running.ts';

const REFRESH_MS = 5000;
/** Where the line cannot be replaced, one a minute is enough. */
const LOG_EVERY = 12;

/** Shows how things are until Ctrl-C, then stops what this `up` has started. Ends by itself when the server ends: well when `down` stopped it, badly when not. */
export async function stayInForeground(
  call: Call,
  paths: WorkspacePaths,
  running: Running,
  interruption: Promise<'interrupted'>,
): Promise<Outcome> {
  if (running.agentFailure !== undefined) call.terminal.err(`weft: ${running.agentFailure.message} ${running.agentFailure.mend}`);
  for (let round = 0; isRunning(running.server.identity); round += 1) {
    if (process.stderr.isTTY || round % LOG_EVERY === 0) {
      call.terminal.progress(statusLine(await readStatus(paths, call.environment.now()), call.environment.now()));
    }
    if ((await Promise.race([interruption, Bun.sleep(REFRESH_MS)])) === 'interrupted') return await stopStarted(call, paths, running);
  }
  if (readServiceRecord(paths.run, 'server') === undefined) return done;
  await stopStarted(call, paths, running);
  return noFailure('the server ended by itself.', `Its log: ${running.server.logFile}`);
}

async function stopStarted(call: Call, paths: WorkspacePaths, running: Running): Promise<Outcome> {
  if (running.started.length === 0) {
    call.terminal.err('weft: what was running before still runs; `./weft down` stops it.');
    return done;
  }
  return await stopServices(paths, call.terminal, running.started);
}
