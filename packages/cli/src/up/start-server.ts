import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@weft/base';
import { noFailure, type Failure } from '../command/outcome.ts';
import { askReadiness } from '../server-access/ask-readiness.ts';
import { localServer } from '../server-access/local-server.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { logTail } from '../workspace/log-tail.ts';
import { isRunning } from '../workspace/process-identity.ts';
import { writeServiceRecord, type ServiceRecord } from '../workspace/service-record.ts';
import { startService } from '../workspace/start-service.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { portOwner } from './port-owner.ts';
import { waitFor } from './wait-for.ts';

/** Opening a large warehouse after a crash takes a while. */
const READY_WITHIN_MS = 120_000;

export interface ServerWish {
  readonly port: number;
  readonly dataFolder: string;
  /** Unix time in milliseconds. */
  readonly nowMs: number;
}

/** Starts the server and waits until it is ready. */
export async function startServer(paths: WorkspacePaths, terminal: Terminal, wish: ServerWish): Promise<Result<ServiceRecord, Failure>> {
  const owner = portOwner(wish.port);
  if (owner !== undefined) return err(portTaken(wish.port, owner));
  mkdirSync(wish.dataFolder, { recursive: true, mode: 0o700 });
  const logFile = join(paths.logs, 'server.log');
  const identity = await startService({
    file: paths.bun,
    arguments: [paths.serverMain, '--data', wish.dataFolder, '--port', String(wish.port)],
    cwd: paths.root,
    logFile,
  });
  if (identity === undefined) return err(notStarted(logFile));
  const record = { identity, startedAtMs: wish.nowMs, logFile, port: wish.port, folder: wish.dataFolder };
  writeServiceRecord(paths.run, 'server', record);
  const isReady = await waitFor(terminal, 'starting the server', READY_WITHIN_MS, () => readyOrGone(record));
  return isReady === 'ready' ? ok(record) : err(notStarted(logFile));
}

async function readyOrGone(record: ServiceRecord): Promise<'ready' | 'gone' | undefined> {
  if ((await askReadiness(localServer(record))) === 'ready') return 'ready';
  return isRunning(record.identity) ? undefined : 'gone';
}

function portTaken(port: number, owner: string): Failure {
  return noFailure(`port ${port} is taken by ${owner}.`, `Stop that program, or choose another port: \`./weft up --port ${port + 1}\`.`);
}

function notStarted(logFile: string): Failure {
  return { ...noFailure('the server did not become ready.', `Its whole log: ${logFile}`), problems: logTail(logFile, 10) };
}
