import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '@weft/base';
import type { Environment } from '../command/command.ts';
import { unreachableFailure, type Failure } from '../command/outcome.ts';
import { runningService } from '../workspace/service-record.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { localKeyPath, localServer } from './local-server.ts';
import { loginFilePath, readLoginFile } from './login-file.ts';
import { parseServerUrl } from './parse-server-url.ts';
import type { ServerAddress } from './server-address.ts';

/**
 * The server that a command talks to: the one that `WEFT_SERVER_URL` names (with `WEFT_API_KEY` and `WEFT_CA_FILE`), else the one that
 * `weft login` wrote down, else the one that `weft up` started in this checkout.
 */
export function findServer(environment: Environment): Result<ServerAddress, Failure> {
  const url = environment.variables['WEFT_SERVER_URL'];
  if (url !== undefined && url !== '') return fromVariables(url, environment);
  const path = loginFilePath(environment.variables);
  const login = readLoginFile(path);
  if (login.kind === 'read') return ok(login.server);
  if (login.kind === 'unreadable')
    return err(unreachableFailure(`${path} cannot be read: ${login.reason}.`, 'Mend or remove it, then `./weft login`.'));
  const record = runningService(workspacePaths(environment.workspace).run, 'server');
  if (record === undefined) return err(noServer());
  const server = localServer(record);
  return server.apiKey === undefined ? err(noLocalKey(localKeyPath(record.folder))) : ok(server);
}

function fromVariables(url: string, { variables }: Environment): Result<ServerAddress, Failure> {
  const parsed = parseServerUrl(url);
  if (parsed === undefined)
    return err(
      unreachableFailure(`WEFT_SERVER_URL is "${url}", which is no https address.`, 'Set it to something like https://weft.example:8443.'),
    );
  const caFile = variables['WEFT_CA_FILE'];
  const apiKey = variables['WEFT_API_KEY'];
  if (caFile === undefined) return ok({ url: parsed, apiKey, caPem: undefined });
  try {
    return ok({ url: parsed, apiKey, caPem: readFileSync(caFile, 'utf8') });
  } catch {
    return err(unreachableFailure(`WEFT_CA_FILE names ${caFile}, which cannot be read.`, "Copy the server's tls/ca.pem there."));
  }
}

function noServer(): Failure {
  return unreachableFailure(
    'no server is known.',
    'Start one here with `./weft up`, or `./weft login https://weft.example:8443 --key KEY`.',
  );
}

function noLocalKey(path: string): Failure {
  return unreachableFailure(`the key of the local server, ${path}, cannot be read.`, 'Run this as the user who ran `./weft up`.');
}
