import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceRecord } from '../workspace/service-record.ts';
import type { ServerAddress } from './server-address.ts';

/** The server that `up` started, as this machine reaches it. */
export function localServer(record: Pick<ServiceRecord, 'port' | 'folder'>): ServerAddress {
  return {
    url: `https://127.0.0.1:${record.port}`,
    apiKey: readSecret(join(record.folder, 'local-api-key')),
    caPem: readSecret(join(record.folder, 'tls', 'ca.pem')),
  };
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
