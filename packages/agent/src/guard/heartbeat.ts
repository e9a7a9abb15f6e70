import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gap } from '../pipeline/gap-log.ts';

/** How far the agent has got, Unix epoch ms: everything before is on the spool or sent. */
export interface Heartbeat {
  readonly rowsUpToMs: number;
  /** Connections are added up in memory for a minute. */
  readonly connectionsUpToMs: number;
  readonly isCleanStop: boolean;
}

const FILE = 'heartbeat.json';

/** Never throws: where the disk refuses, the earlier heartbeat stays, and the gap that a crash leaves is told longer than it was. */
export function writeHeartbeat(folder: string, heartbeat: Heartbeat): void {
  const path = join(folder, FILE);
  try {
    writeFileSync(`${path}.new`, JSON.stringify(heartbeat), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch {
    // The spool, which is written far more often, says that the disk refuses.
  }
}

/** Undefined when there is none that can be read: a first start, or a broken file. */
export function readHeartbeat(folder: string): Heartbeat | undefined {
  try {
    return parseHeartbeat(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

function parseHeartbeat(json: unknown): Heartbeat | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { rowsUpToMs, connectionsUpToMs, isCleanStop } = Object.fromEntries(Object.entries(json));
  if (typeof rowsUpToMs !== 'number' || typeof connectionsUpToMs !== 'number' || typeof isCleanStop !== 'boolean') return undefined;
  if (rowsUpToMs < 0 || connectionsUpToMs < 0) return undefined;
  return { rowsUpToMs, connectionsUpToMs, isCleanStop };
}

/** What the agent missed while it did not run. Pure. */
export function downGaps(last: Heartbeat, nowMs: number): Gap[] {
  const reason = last.isCleanStop ? 'the agent was stopped' : 'the agent, or the machine, ended without notice';
  const gap = (what: string, fromMs: number): Gap => ({
    where: 'agent-down',
    what,
    lost: undefined,
    reason,
    fromMs: Math.min(fromMs, nowMs),
    toMs: nowMs,
  });
  return [gap('exec, process, listener, container', last.rowsUpToMs), gap('connection', last.connectionsUpToMs)];
}
