import { caFingerprint } from '@weft/schema';
import { accessHandlers } from '../access/access-handlers.ts';
import type { AccessParts } from '../access/access-parts.ts';
import { createAuthenticate } from '../access/authenticate.ts';
import { createPasswords, type Passwords } from '../access/passwords.ts';
import { systemRandom } from '../access/random-secret.ts';
import { graphHandlers } from '../graph/graph-handlers.ts';
import { machineHandlers } from '../machines/machine-handlers.ts';
import { platformHandlers } from '../platform/platform-handlers.ts';
import type { PlatformParts } from '../platform/platform-parts.ts';
import type { ServerParts } from '../server-parts.ts';
import { WarehouseTimeout } from '../warehouse/warehouse.ts';
import { createConsoleFiles } from './console-files.ts';
import { createHttpApp, type HttpApp } from './create-http-app.ts';
import type { Handlers } from './handler.ts';
import { refuse, type Refusal } from './refusal.ts';
import { createRequestMetrics } from './request-metrics.ts';
import { createReadiness } from './readiness.ts';

/** Every handler of the contract. */
function allHandlers(parts: AccessParts & PlatformParts): Handlers {
  return { ...accessHandlers(parts), ...machineHandlers(parts), ...graphHandlers(parts), ...platformHandlers(parts) };
}

/** The server's whole HTTP surface over its parts; `intake` answers everything under `/intake/v1/`. */
export function createServerApp(parts: ServerParts, intake: HttpApp, version: string, passwords: Passwords = createPasswords()): HttpApp {
  const { database, warehouse, clock, logger, config, tls, intakeStatus } = parts;
  return createHttpApp({
    handlers: allHandlers({
      database,
      warehouse,
      clock,
      intakeStatus,
      version,
      random: systemRandom,
      passwords,
      caSha256: tls.caSha256,
      caFingerprint: caFingerprint(tls.caSha256),
      startedAtMs: clock.nowMs(),
      retentionDays: config.retentionDays.default,
    }),
    authenticate: createAuthenticate({ database, clock }),
    consoleFiles: createConsoleFiles(config.consoleFolder),
    intake,
    whyNotReady: createReadiness(parts),
    metrics: async () => ({ contentType: parts.metrics.contentType, text: await parts.metrics.metrics() }),
    onAnswered: createRequestMetrics(parts.metrics),
    refusalOf,
    clock,
    logger,
  });
}

/** ClickHouse error code MEMORY_LIMIT_EXCEEDED. */
const MEMORY_LIMIT_EXCEEDED = '241';

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof WarehouseTimeout) return refuse('timeout');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === MEMORY_LIMIT_EXCEEDED
    ? refuse('timeout', { message: 'The question needs more memory than one question may take.' })
    : undefined;
}
