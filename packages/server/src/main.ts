import { join } from 'node:path';
import { createLogger, systemClock } from '@weft/base';
import { createAdminLink } from './access/one-time-link.ts';
import { systemRandom } from './access/random-secret.ts';
import { CannotStart } from './cannot-start.ts';
import { helpText } from './config/help-text.ts';
import { parseCommand } from './config/parse-command.ts';
import type { ServerConfig } from './config/server-config.ts';
import { openMigratedDatabase } from './open-stores.ts';
import { serverUrl } from './server-url.ts';
import { startServer } from './start-server.ts';
import { takeStateFolder } from './state/state-folder.ts';
import { createStopOnSignal } from './stop-on-signal.ts';
import { ensureThreads } from './with-threads.ts';

const WRONG_USAGE = 2;
const FAILED = 3;

const logger = createLogger((line) => process.stdout.write(line), systemClock.nowMs);

async function main(): Promise<void> {
  const command = parseCommand({
    words: process.argv.slice(2),
    environment: process.env,
    workingFolder: process.cwd(),
    defaultConsoleFolder: join(import.meta.dir, '../../console/dist'),
  });
  if (command.kind === 'error') return fail(WRONG_USAGE, [...command.error, 'See --help.']);
  switch (command.value.kind) {
    case 'help':
      process.stdout.write(helpText);
      return undefined;
    case 'admin-link':
      return printAdminLink(command.value.config);
    case 'serve':
      ensureThreads();
      return serve(command.value.config);
  }
}

async function serve(config: ServerConfig): Promise<void> {
  const state = takeStateFolder(config.dataFolder);
  if (state.kind === 'error') return fail(FAILED, [state.error]);
  process.on('unhandledRejection', (error) => logger.error('a fault reached nobody', { error: messageOf(error) }));
  const server = await startServer({ config, state: state.value, clock: systemClock, logger });
  const stop = createStopOnSignal({ stopServer: server.stop, logger, exit: (code) => process.exit(code) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  if (server.adminLink !== undefined) logger.info(`nobody can sign in yet; the first admin opens ${server.adminLink}`);
  logger.info(`ready at ${server.url}`);
}

async function printAdminLink(config: ServerConfig): Promise<void> {
  const database = await openMigratedDatabase(config, systemClock);
  const { path } = await createAdminLink({ database, clock: systemClock, random: systemRandom });
  await database.close();
  process.stdout.write(`${serverUrl(config)}${path}\n`);
}

function fail(exitCode: number, lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `weft-server: ${line}\n`).join(''));
  process.exitCode = exitCode;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  fail(FAILED, [error instanceof CannotStart ? error.message : messageOf(error)]);
  process.exit();
}
