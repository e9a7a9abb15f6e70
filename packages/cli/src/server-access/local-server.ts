import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceRecord } from '../workspace/service-record.ts';
import type { ServerAddress } from './server-address.ts';

/** The server that `up` started, as this machine reaches it, with the key that the server leaves in its data folder. */
export function localServer(record: Pick<ServiceRecord, 'port' | 'folder'>): ServerAddress {
  return {
    url: `https://127.0.0.1:${record.port}`,
    apiKey: readSecret(localKeyPath(record.folder)),
    caPem: readSecret(join(record.folder, 'tls', 'ca.pem')),
  };
}

/** A new key at every start of the server; only its owner may read it. */
export function localKeyPath(dataFolder: string): string {
  return join(dataFolder, 'local-api-key');
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
