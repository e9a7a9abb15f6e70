import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity } from './process-identity.ts';

/** The processes that `up` starts, in the order in which they are stopped: what the agent still holds is to reach the server. */
export const serviceNames = ['agent', 'server'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What `up` writes down about a process it started, so that `down` stops exactly that one. */
export interface ServiceRecord {
  readonly identity: ProcessIdentity;
  /** Unix time in milliseconds. */
  readonly startedAtMs: number;
  readonly logFile: string;
  /** Server: its port. Agent: the port it reports to. */
  readonly port: number;
  /** Server: its data folder. Agent: its state folder. */
  readonly folder: string;
}

export function writeServiceRecord(runFolder: string, name: ServiceName, record: ServiceRecord): void {
  mkdirSync(runFolder, { recursive: true });
  const path = recordPath(runFolder, name);
  writeFileSync(`${path}.new`, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
}

export function removeServiceRecord(runFolder: string, name: ServiceName): void {
  rmSync(recordPath(runFolder, name), { force: true });
}

/** The record of a service that runs; undefined when it does not, also after a crash or a reboot. */
export function runningService(runFolder: string, name: ServiceName): ServiceRecord | undefined {
  const record = readServiceRecord(runFolder, name);
  return record !== undefined && isRunning(record.identity) ? record : undefined;
}

/** Undefined when there is none, or the file is not one of ours (then nothing is known to be ours to stop). */
export function readServiceRecord(runFolder: string, name: ServiceName): ServiceRecord | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(recordPath(runFolder, name), 'utf8'));
    return isServiceRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function recordPath(runFolder: string, name: ServiceName): string {
  return join(runFolder, `${name}.json`);
}

function isServiceRecord(value: unknown): value is ServiceRecord {
  if (typeof value !== 'object' || value === null || !('identity' in value)) return false;
  const { identity } = value;
  const hasIdentity =
    typeof identity === 'object' && identity !== null && hasNumbers(identity, 'pid', 'startTicks') && 'bootId' in identity;
  return hasIdentity && hasNumbers(value, 'startedAtMs', 'port') && 'logFile' in value && 'folder' in value;
}

function hasNumbers(value: object, ...names: readonly string[]): boolean {
  const fields = new Map<string, unknown>(Object.entries(value));
  return names.every((name) => typeof fields.get(name) === 'number');
}
