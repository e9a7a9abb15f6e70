import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@weft/base';
import { Registry } from 'prom-client';
import type { Passwords } from '../access/passwords.ts';
import { systemRandom } from '../access/random-secret.ts';
import { applyMigrations } from '../database/apply-migrations.ts';
import type { Database } from '../database/database.ts';
import { databaseMigrations } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { createServerApp } from '../http/create-server-app.ts';
import type { HttpApp } from '../http/create-http-app.ts';

/** The HTTP app over a real database, with a clock the test sets and no warehouse: for what does not read data. */
export interface AccessApp {
  readonly app: HttpApp;
  readonly database: Database;
  readonly parts: {
    readonly database: Database;
    readonly clock: { nowMs: () => number; monotonicMs: () => number };
    readonly random: typeof systemRandom;
    readonly caSha256: Uint8Array;
  };
  readonly wait: (ms: number) => void;
  readonly log: () => string;
  /** Sends JSON as the console would. */
  readonly send: (method: string, path: string, options?: SendOptions) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface SendOptions {
  readonly body?: unknown;
  readonly cookie?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** `name=value` of `Set-Cookie`. */
  readonly cookie: string;
}

export const ORIGIN = 'https://weft.example:8443';

/** argon2id at its least cost: the tests ask who may sign in, not how slow it is. */
const fastPasswords: Passwords = {
  hash: (password) => Bun.password.hash(password, { algorithm: 'argon2id', memoryCost: 8, timeCost: 1 }),
  isRight: async (password, hash) => hash !== undefined && Bun.password.verify(password, hash),
};

/** On SQLite, or on an empty PostgreSQL database. */
export async function startAccessApp(databaseUrl?: string): Promise<AccessApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'weft-access-'));
  const database = await openDatabase({ url: databaseUrl, dataFolder });
  await applyMigrations(database, databaseMigrations, 0);
  let nowMs = Date.parse('2026-03-02T10:00:00Z');
  let log = '';
  const clock = { nowMs: () => nowMs, monotonicMs: () => nowMs };
  const caSha256 = new Uint8Array(32).fill(7);
  const nothing = (): Promise<never> => Promise.reject(new Error('no warehouse in this test'));
  const app = createServerApp(
    {
      config: {
        dataFolder,
        port: 8443,
        host: '127.0.0.1',
        consoleFolder: join(dataFolder, 'console'),
        clickhouseUrl: undefined,
        databaseUrl: undefined,
        retentionDays: { default: 92, byTable: {} },
        freeDiskFloorBytes: 0,
      },
      clock,
      logger: createLogger((line) => (log += line), clock.nowMs),
      database,
      warehouse: { kind: 'embedded', query: nothing, insert: nothing, command: nothing, close: nothing },
      tls: { caPem: '', caSha256, chainPem: '', keyPem: '' },
      metrics: new Registry(),
      intakeStatus: () => ({
        state: 'open',
        rowsPerSecond: 0,
        rejectedRows: 0,
        lastBatchAtMs: undefined,
        secondsToStoreP99: undefined,
        freeDiskBytes: undefined,
      }),
    },
    async () => Response.json({ intake: true }),
    '0.0.0',
    fastPasswords,
  );
  return {
    app,
    database,
    parts: { database, clock, random: systemRandom, caSha256 },
    wait: (ms) => (nowMs += ms),
    log: () => log,
    send: (method, path, options) => send(app, method, path, options),
    close: async () => {
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function send(app: HttpApp, method: string, path: string, options: SendOptions = {}): Promise<Answer> {
  const { body, cookie, key, headers, from = '192.0.2.1' } = options;
  const request = new Request(ORIGIN + path, {
    method,
    headers: {
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await app(request, from);
  const text: unknown = await response.json().catch(() => ({}));
  return {
    status: response.status,
    headers: response.headers,
    body: typeof text === 'object' && text !== null ? Object.fromEntries(Object.entries(text)) : {},
    cookie: (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '',
  };
}
