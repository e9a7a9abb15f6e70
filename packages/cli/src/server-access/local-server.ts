import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceRecord } from '../workspace/service-record.ts';
import type { ServerAddress } from './server-address.ts';

/** The server that `up` started, as this machine reaches it, with the key that `up` made. */
export function localServer(runFolder: string, record: Pick<ServiceRecord, 'port' | 'folder'>): ServerAddress {
  return {
    url: `https://127.0.0.1:${record.port}`,
    apiKey: readSecret(localKeyPath(runFolder)),
    caPem: readSecret(join(record.folder, 'tls', 'ca.pem')),
  };
}

/** Beside the pid records: it belongs to this checkout, as they do. */
export function localKeyPath(runFolder: string): string {
  return join(runFolder, 'local-api-key');
}

/** The token that the server makes at its first start. */
export function firstAgentToken(dataFolder: string): string | undefined {
  return readSecret(join(dataFolder, 'first-agent-token'));
}

/** Undefined when it is not there, or not for us to read. */
function readSecret(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
