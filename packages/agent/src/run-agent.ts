import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Logger } from '@weft/base';
import { openSensor, type OpenSensor } from '@weft/sensor';
import { Agent } from './agent.ts';
import type { AgentConfig } from './config/agent-config.ts';
import { readEnvironment, type AgentEnvironment } from './config/environment.ts';
import { loadConfig } from './config/load-config.ts';
import type { Arguments } from './config/read-arguments.ts';
import { shownConfig } from './config/shown-config.ts';
import { createBootTime } from './create-boot-time.ts';
import { createWorld } from './create-world.ts';
import { exitCode } from './exit-code.ts';
import { lockState } from './guard/state-lock.ts';
import { readMachineId } from './machine/machine-id.ts';
import { openTransport } from './open-uplink.ts';
import { ownExecutable } from './own-executable.ts';
import { GapLog } from './pipeline/gap-log.ts';
import { Pipeline } from './pipeline/pipeline.ts';
import { Spool } from './pipeline/spool.ts';
import { startRefusals } from './start-refusals.ts';
import { RetryingTransport } from './uplink/retrying-transport.ts';
import { Uplink } from './uplink/uplink.ts';
import { waitUnlessAborted } from './uplink/wait-unless-aborted.ts';
import { version } from './version.ts';

const SPOOL_BYTES = 256 * 1024 * 1024;
const BATCH_LIMITS = { maxAgeMs: 2000, maxBytes: 1024 * 1024 };

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs the agent until a signal; gives its exit code. */
export async function runAgent({ configPath, stateFolder }: Arguments, variables: Variables, log: Logger): Promise<number> {
  const executable = ownExecutable(process.execPath, variables['WEFT_AGENT_EXECUTABLE']);
  const refusals = startRefusals(configPath, executable, process.getuid?.());
  for (const refusal of refusals) log.error(`will not start: ${refusal}`);
  if (refusals.length > 0) return exitCode.usage;
  const environment = readEnvironment(variables);
  const loaded = loadConfig(configPath, environment);
  if (loaded.kind === 'error') {
    for (const problem of loaded.error) log.error(problem);
    return exitCode.usage;
  }
  for (const warning of loaded.value.warnings) log.warn(warning);
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const lock = lockState(stateFolder);
  if (lock.kind === 'taken') {
    log.error(`another agent runs with the state folder ${stateFolder}: stop it, or give this one another with --state`);
    return exitCode.no;
  }
  const end = await runLocked(loaded.value.config, environment, stateFolder, log);
  lock.release();
  if (end === 'start-anew') process.execve?.(process.execPath, [process.execPath, ...process.argv.slice(2)], { ...process.env });
  return end === 'stopped' ? exitCode.done : exitCode.no;
}

async function runLocked(
  config: AgentConfig,
  environment: AgentEnvironment,
  stateFolder: string,
  log: Logger,
): Promise<'stopped' | 'start-anew'> {
  const opened = openSensor();
  logStart(config, opened, log);
  const agent = createAgent(config, environment, stateFolder, opened, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => agent.stop());
  const end = await agent.run();
  log.info('stopped');
  return end;
}

function createAgent(config: AgentConfig, environment: AgentEnvironment, stateFolder: string, opened: OpenSensor, log: Logger): Agent {
  const clock = systemClock;
  const machineId = readMachineId(stateFolder);
  const sender = { machineId, hostname: hostname(), version };
  const gaps = new GapLog();
  const onGap = (gap: Parameters<GapLog['add']>[0]): void => {
    log.error('rows were lost', { where: gap.where, lost: gap.lost, reason: gap.reason });
    gaps.add(gap);
  };
  const spool = new Spool({ folder: join(stateFolder, 'spool'), maxBytes: SPOOL_BYTES, nowMs: clock.nowMs, onGap });
  const transport = new RetryingTransport(openTransport(config, environment, stateFolder, clock, log), {
    log,
    random: Math.random,
    wait: waitUnlessAborted,
  });
  const uplink = new Uplink({ spool, transport, gaps, sender, log, isVerbose: config.isVerbose });
  const pipeline = new Pipeline({ sender, spool, gaps, limits: BATCH_LIMITS, nowMs: clock.nowMs, onSpooled: uplink.wake });
  const world = createWorld({ machineId, containerEndpoint: config.containerEndpoint, clock, nowBootNs: createBootTime() });
  const sensor = opened.kind === 'open' ? opened.sensor : undefined;
  const { features } = opened;
  return new Agent({ config, stateFolder, clock, log, sensor, features, world, gaps, spool, pipeline, uplink, version });
}

function logStart(config: AgentConfig, opened: OpenSensor, log: Logger): void {
  log.info(`weft-agent ${version} starts`, shownConfig(config));
  for (const { feature, tier, reason } of opened.features) {
    if (tier === 'none') log.error(`${feature}: not watched`, { reason });
    else log.info(`${feature}: watched`, { tier, reason });
  }
}
