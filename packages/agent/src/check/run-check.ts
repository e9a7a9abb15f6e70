import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, systemClock } from '@weft/base';
import { readEnvironment } from '../config/environment.ts';
import { loadConfig } from '../config/load-config.ts';
import type { MadeConfig } from '../config/make-config.ts';
import type { Arguments } from '../config/read-arguments.ts';
import { exitCode } from '../exit-code.ts';
import { readMachineId } from '../machine/machine-id.ts';
import { openTransport } from '../open-uplink.ts';
import { ownExecutable } from '../own-executable.ts';
import { startRefusals } from '../start-refusals.ts';
import { version } from '../version.ts';
import { createDockerSource } from '../world/docker-source.ts';
import { checkKernel } from './check-kernel.ts';
import { checkSensor } from './check-sensor.ts';
import { checkServer } from './check-server.ts';
import { checkSpool } from './check-spool.ts';
import { type Finding, findingLine } from './finding.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Prints one screen: what works on this machine, and why the rest does not. Gives the exit code; changes nothing. */
export async function runCheck(given: Arguments, variables: Variables, print: (line: string) => void): Promise<number> {
  print(`weft-agent ${version}`);
  const show = (findings: readonly Finding[]): boolean => {
    for (const finding of findings) print(findingLine(finding));
    return findings.every(({ verdict }) => verdict !== 'broken');
  };
  const worksHere = show([...checkKernel(), ...checkSensor(), checkSpool(given.stateFolder)]);
  const mayStart = show(checkStart(given, variables));
  const loaded = loadConfig(given.configPath, readEnvironment(variables));
  if (loaded.kind === 'error') {
    show(loaded.error.map((detail) => ({ what: 'configuration', verdict: 'broken', detail })));
    return exitCode.usage;
  }
  show(configFindings(given.configPath, loaded.value));
  show([await checkContainers(loaded.value.config.containerEndpoint)]);
  const reaches = show([await checkUplink(loaded.value, given.stateFolder, variables)]);
  if (!mayStart) return exitCode.usage;
  if (!worksHere) return exitCode.no;
  return reaches ? exitCode.done : exitCode.unreachable;
}

function checkStart({ configPath }: Arguments, variables: Variables): Finding[] {
  const executable = ownExecutable(process.execPath, variables['WEFT_AGENT_EXECUTABLE']);
  return startRefusals(configPath, executable, process.getuid?.()).map((detail) => ({ what: 'start', verdict: 'broken', detail }));
}

function configFindings(path: string, { warnings }: MadeConfig): Finding[] {
  const warned = warnings.map((detail): Finding => ({ what: 'configuration', verdict: 'info', detail }));
  return [{ what: 'configuration', verdict: 'works', detail: existsSync(path) ? path : 'from the environment' }, ...warned];
}

/** No runtime is no fault: the machine may have no containers. */
async function checkContainers(endpoint: string | undefined): Promise<Finding> {
  const answer = await createDockerSource(endpoint)('0'.repeat(64));
  const detail = answer.kind === 'unreachable' ? `no runtime answers, containers go by their ids (${answer.reason})` : 'Docker answers';
  return { what: 'containers', verdict: 'info', detail };
}

/** Without a state folder the server's CA is fetched into one that is thrown away. */
async function checkUplink({ config }: MadeConfig, stateFolder: string, variables: Variables): Promise<Finding> {
  const folder = existsSync(stateFolder) ? stateFolder : mkdtempSync(join(tmpdir(), 'weft-check-'));
  const transport = openTransport(config, readEnvironment(variables), folder, systemClock, silentLogger);
  const sender = { machineId: readMachineId(folder), hostname: hostname(), version };
  const finding = await checkServer(transport, sender, config.serverUrl);
  if (folder !== stateFolder) rmSync(folder, { recursive: true });
  return finding;
}
