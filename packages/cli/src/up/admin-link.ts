import { openApi } from '../server-access/open-api.ts';
import { localServer } from '../server-access/local-server.ts';
import type { ServiceRecord } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

/** Asks the server's own command line for a new one-time link; undefined when it gives none. Needs access to the data folder. */
export async function makeAdminLink(paths: WorkspacePaths, server: Pick<ServiceRecord, 'port' | 'folder'>): Promise<string | undefined> {
  const child = Bun.spawn([paths.bun, paths.serverMain, 'admin-link', '--data', server.folder, '--port', String(server.port)], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
  });
  const output = await new Response(child.stdout).text();
  return (await child.exited) === 0 ? /https:\/\/\S+/.exec(output)?.[0] : undefined;
}

/** Whether anybody can sign in yet; undefined when the server does not say. */
export async function hasPeople(server: Pick<ServiceRecord, 'port' | 'folder'>): Promise<boolean | undefined> {
  const answer = await openApi(localServer(server))('listPeople', {});
  return answer.kind === 'ok' ? answer.value.total > 0 : undefined;
}
