import { hostname } from 'node:os';
import type { Clock, Logger } from '@weft/base';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createCheckAgentToken } from './access/check-agent-token.ts';
import { createLocalKey } from './access/create-local-key.ts';
import { prepareFirstStart } from './access/first-start.ts';
import { systemRandom } from './access/random-secret.ts';
import { startStep } from './cannot-start.ts';
import type { ServerConfig } from './config/server-config.ts';
import { createServerApp } from './http/create-server-app.ts';
import { openIntake } from './intake/intake.ts';
import { listen } from './listen.ts';
import { openMigratedDatabase, openMigratedWarehouse } from './open-stores.ts';
import { serverVersion } from './server-version.ts';
import type { StateFolder } from './state/state-folder.ts';
import { prepareTls } from './tls/prepare-tls.ts';
import { serverNames } from './tls/server-names.ts';

export interface RunningServer {
  readonly url: string;
  /** Where the first admin signs up; undefined once there is one. */
  readonly adminLink: string | undefined;
  /** Takes nothing more, finishes what was accepted, closes everything. */
  readonly stop: () => Promise<void>;
}

export interface StartParts {
  readonly config: ServerConfig;
  readonly state: StateFolder;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens the stores, stores what a crash left, and listens. @throws CannotStart */
export async function startServer({ config, state, clock, logger }: StartParts): Promise<RunningServer> {
  const tls = await startStep('make or read the TLS keys', `They are in ${state.path('tls')}.`, () =>
    prepareTls({ folder: state.path('tls'), names: serverNames(), nowMs: clock.nowMs() }),
  );
  const database = await openMigratedDatabase(config, clock);
  const warehouse = await openMigratedWarehouse(config);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const accessParts = { database, clock, random: systemRandom, caSha256: tls.caSha256 };
  const first = await prepareFirstStart(accessParts);
  if (first.agentToken !== undefined) state.writeSecret('first-agent-token', first.agentToken);
  state.writeSecret('local-api-key', await createLocalKey(accessParts, `command line on ${hostname()}`));
  const journalFolder = state.path('journal');
  const intake = await startStep('store what the last run left', `It is in ${journalFolder}; free disk space, then start again.`, () =>
    openIntake({
      config,
      clock,
      logger,
      database,
      warehouse,
      metrics,
      checkToken: createCheckAgentToken({ database, clock }),
      journalFolder,
    }),
  );
  const parts = { config, clock, logger, database, warehouse, tls, metrics, intakeStatus: intake.status };
  const app = createServerApp(parts, intake.handle, serverVersion);
  const listener = await startStep(`listen on ${config.host} port ${config.port}`, 'Choose another with --port or --host.', () =>
    listen(config, tls, app),
  );
  return {
    url: listener.url,
    adminLink: first.adminLinkPath === undefined ? undefined : listener.url + first.adminLinkPath,
    stop: async () => {
      await intake.close();
      await listener.stop();
      await warehouse.close();
      await database.close();
      state.release();
    },
  };
}
