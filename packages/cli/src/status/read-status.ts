import { hostname } from 'node:os';
import { localServer } from '../server-access/local-server.ts';
import { askReadiness } from '../server-access/ask-readiness.ts';
import { openApi } from '../server-access/open-api.ts';
import { capLog } from '../workspace/cap-log.ts';
import { runningService, type ServiceRecord } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

/** How the server and the agent of a checkout are. */
export interface Status {
  readonly server: ServerStatus | undefined;
  readonly agent: AgentStatus | undefined;
  /** Both run and work. */
  readonly isHealthy: boolean;
}

export interface ServerStatus {
  readonly record: ServiceRecord;
  readonly readiness: 'ready' | 'not-ready' | 'unreachable';
  /** Machines whose agent reports; undefined when the server does not say. */
  readonly activeMachines: number | undefined;
  readonly machines: number | undefined;
}

export interface AgentStatus {
  readonly record: ServiceRecord;
  readonly version: string | undefined;
  /** Unix time in milliseconds. */
  readonly lastCheckInMs: number | undefined;
  readonly isActive: boolean;
  /** Events lost in the last 24 hours. */
  readonly lostEvents: number | undefined;
  readonly residentBytes: number | undefined;
  readonly cpuPercent: number | undefined;
  readonly spooledBytes: number | undefined;
}

const METRICS_RANGE_MS = 10 * 60_000;

export async function readStatus(paths: WorkspacePaths, nowMs: number): Promise<Status> {
  const serverRecord = runningService(paths.run, 'server');
  const agentRecord = runningService(paths.run, 'agent');
  for (const record of [serverRecord, agentRecord]) if (record !== undefined) capLog(record.logFile);
  const server = serverRecord === undefined ? undefined : await serverStatus(serverRecord);
  const agent = agentRecord === undefined ? undefined : await agentStatus(agentRecord, serverRecord, nowMs);
  return { server, agent, isHealthy: server?.readiness === 'ready' && agent?.isActive === true };
}

async function serverStatus(record: ServiceRecord): Promise<ServerStatus> {
  const address = localServer(record);
  const readiness = await askReadiness(address);
  const machines = readiness === 'ready' ? await openApi(address)('listMachines', {}) : undefined;
  const rows = machines?.kind === 'ok' ? machines.value.rows : undefined;
  return { record, readiness, machines: rows?.length, activeMachines: rows?.filter((row) => row.agentStatus === 'ACTIVE').length };
}

async function agentStatus(record: ServiceRecord, server: ServiceRecord | undefined, nowMs: number): Promise<AgentStatus> {
  const call = server === undefined ? undefined : openApi(localServer(server));
  const machines = await call?.('listMachines', {});
  const machine = machines?.kind === 'ok' ? machines.value.rows.find((row) => row.hostname === hostname()) : undefined;
  const from = new Date(nowMs - METRICS_RANGE_MS).toISOString();
  const metrics = machine === undefined ? undefined : await call?.('listMachineMetrics', { machineId: machine.id, from });
  const newest = metrics?.kind === 'ok' ? metrics.value.rows.at(-1) : undefined;
  return {
    record,
    version: machine?.agentVersion,
    lastCheckInMs: machine === undefined ? undefined : Date.parse(machine.lastCheckInAt),
    isActive: machine?.agentStatus === 'ACTIVE',
    lostEvents: machine?.lostEvents,
    residentBytes: newest?.residentBytes,
    cpuPercent: newest?.cpuPercent,
    spooledBytes: newest?.spooledBytes,
  };
}
