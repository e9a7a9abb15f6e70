import { renameSync, writeFileSync } from 'node:fs';
import { localKeyPath, localServer } from '../server-access/local-server.ts';
import { openApi } from '../server-access/open-api.ts';
import type { ServiceRecord } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

/** Makes sure that this checkout has an API key that the server takes; its own command line makes one. False when it gave none. */
export async function ensureLocalKey(paths: WorkspacePaths, server: Pick<ServiceRecord, 'port' | 'folder'>): Promise<boolean> {
  if ((await openApi(localServer(paths.run, server))('whoAmI', {})).kind === 'ok') return true;
  const child = Bun.spawn([paths.bun, paths.serverMain, 'local-key', '--data', server.folder], {
    cwd: paths.root,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
  });
  const key = /weft_\S+/.exec(await new Response(child.stdout).text())?.[0];
  if ((await child.exited) !== 0 || key === undefined) return false;
  const path = localKeyPath(paths.run);
  writeFileSync(`${path}.new`, `${key}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return true;
}
