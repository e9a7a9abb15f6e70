import { done, noFailure, type Outcome } from '../command/outcome.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readServiceRecord, removeServiceRecord, serviceNames, type ServiceName } from '../workspace/service-record.ts';
import { stopProcess, type Stopped } from '../workspace/stop-service.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

/** Stops the named services, gracefully and then hard; tells about each. */
export async function stopServices(paths: WorkspacePaths, terminal: Terminal, names: readonly ServiceName[]): Promise<Outcome> {
  const ends: { service: ServiceName; end: Stopped }[] = [];
  for (const service of serviceNames.filter((name) => names.includes(name))) {
    terminal.progress(`stopping the ${service} …`);
    const record = readServiceRecord(paths.run, service);
    const end = record === undefined ? 'was-not-running' : await stopProcess(record.identity);
    if (end !== 'not-allowed' && end !== 'still-running') removeServiceRecord(paths.run, service);
    ends.push({ service, end });
  }
  if (terminal.isJson) terminal.out(JSON.stringify(Object.fromEntries(ends.map(({ service, end }) => [service, end]))));
  else for (const { service, end } of ends) terminal.out(`${service}: ${SAID[end]}`);
  const left = ends.find(({ end }) => end === 'not-allowed' || end === 'still-running');
  return left === undefined ? done : noFailure(`the ${left.service} still runs.`, 'Run `sudo ./weft down`.');
}

const SAID: Readonly<Record<Stopped, string>> = {
  'was-not-running': 'was not running',
  stopped: 'stopped',
  killed: 'did not end in time and was killed',
  'not-allowed': 'still runs, this user may not stop it',
  'still-running': 'still runs',
};
