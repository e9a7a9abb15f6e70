import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApiClient, type ApiClient } from '@weft/schema';
import { eventually } from './eventually.ts';
import { repository } from './repository.ts';
import { startProcess, type RunningProcess } from './running-process.ts';

/** The admin the tests sign in as. */
export const admin = { email: 'admin@weft.example', name: 'Admin', password: 'correct horse battery staple' };

export interface WeftServer {
  readonly url: string;
  readonly dataDir: string;
  /** The token that the server made at its first start. */
  readonly agentToken: string;
  /** PEM of the server's own CA. */
  readonly ca: string;
  /** One-time link, as the console's page takes it. */
  readonly adminLink: () => Promise<string>;
  readonly process: () => RunningProcess;
  /** Ends it as a crash would and starts it again on the same data and port. */
  readonly crashAndRestart: (whileDown?: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ServerPlace {
  readonly dataDir: string;
  readonly port: number;
  /** Address that tests and agents use; loopback unless the server runs in a network namespace. */
  readonly address?: string;
  /** Put before the command, such as `['ip', 'netns', 'exec', 'NAME']`. */
  readonly prefix?: readonly string[];
}

/** Starts a real server, waits until it is ready. */
export async function startWeftServer(place: ServerPlace): Promise<WeftServer> {
  const url = `https://${place.address ?? '127.0.0.1'}:${place.port}`;
  const command = [...(place.prefix ?? []), process.execPath, join(repository, 'packages/server/src/main.ts')];
  const start = (): RunningProcess =>
    startProcess([...command, '--data', place.dataDir, '--port', String(place.port), '--host', place.address ?? '127.0.0.1'], {
      logPath: join(place.dataDir, '..', 'server.log'),
    });
  let running = start();
  const waitReady = (): Promise<true> =>
    eventually(`the server at ${url} is ready`, async () =>
      (await fetch(`${url}/readyz`, { tls: { rejectUnauthorized: false } })).ok ? true : undefined,
    );
  await waitReady();
  return {
    url,
    dataDir: place.dataDir,
    agentToken: readFileSync(join(place.dataDir, 'first-agent-token'), 'utf8').trim(),
    ca: readFileSync(join(place.dataDir, 'tls', 'ca.pem'), 'utf8'),
    adminLink: async () => {
      const text = await new Response(
        Bun.spawn([...command, 'admin-link', '--data', place.dataDir, '--port', String(place.port), '--host', place.address ?? '127.0.0.1'])
          .stdout,
      ).text();
      return /https:\/\/\S+/.exec(text)?.[0] ?? '';
    },
    process: () => running,
    crashAndRestart: async (whileDown) => {
      await running.kill();
      await whileDown?.();
      running = start();
      await waitReady();
    },
    stop: () => running.stop(),
  };
}

/** A client with a session of its own: a link used again for one email would end that person's other sessions. */
export async function adminClient(server: WeftServer): Promise<ApiClient> {
  const link = (await server.adminLink()).split('#')[1] ?? '';
  const cookie = await fetch(`${server.url}/api/v1/auth/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ link, ...admin, email: 'tests@weft.example' }),
    tls: { ca: server.ca },
  }).then((response) =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  );
  return createApiClient({
    baseUrl: server.url,
    fetch: (url, init) => fetch(url, { ...init, tls: { ca: server.ca } }),
    headers: { cookie, origin: server.url },
  });
}
