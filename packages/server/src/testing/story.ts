import { createApiClient, type ApiClient, type WireLine } from '@weft/schema';
import { sendBatch } from './test-batch.ts';
import type { TestServer } from './test-server.ts';

/**
 * Two machines whose every number is known. `web-1` runs nginx, which asks a database on `db-1` and a service outside;
 * yesterday nginx only asked the database. A shell started curl a minute ago, which nobody ever saw before.
 */
export const web = 'machine-web-0001';
export const db = 'machine-db-0001';
export const nginx = 'unit:nginx.service|nginx|service';
export const postgres = 'image:team/postgres|postgres|service';
export const shell = 'unit:ssh.service|bash|human';
export const curl = 'unit:ssh.service|curl|human';
export const containerId = 'ab'.repeat(32);

const MINUTE_MS = 60_000;

export interface Story {
  readonly call: ApiClient;
  /** Unix milliseconds of the newer half; the older is 30 hours before. */
  readonly nowMs: number;
}

export const iso = (unixMs: number): string => new Date(unixMs).toISOString();

/** Tells the story to a server. */
export async function tellStory(server: TestServer): Promise<Story> {
  const lastMinuteMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  // The minute before it, which the story tells of too, must be of the same hour.
  const nowMs = lastMinuteMs % (60 * MINUTE_MS) === 0 ? lastMinuteMs - MINUTE_MS : lastMinuteMs;
  for (const atMs of [nowMs - 30 * 60 * MINUTE_MS, nowMs]) {
    const isToday = atMs === nowMs;
    await tell(server, web, [machineLine('web-1', ['10.0.0.5'], atMs), ...webLines(atMs, isToday)]);
    await tell(server, db, [machineLine('db-1', ['10.0.0.9', '2001:db8::9'], atMs), ...dbLines(atMs)]);
  }
  const headers = { authorization: `Bearer ${server.apiKey}` };
  return { nowMs, call: createApiClient({ baseUrl: '', fetch: server.fetch, headers }) };
}

async function tell(server: TestServer, machine: string, lines: readonly WireLine[]): Promise<void> {
  const response = await sendBatch(server, { machine, lines });
  if (response.status !== 200) throw new Error(await response.text());
}

function webLines(atMs: number, isToday: boolean): WireLine[] {
  const asked = connection(atMs, {
    application: nginx,
    peer: 'ip:10.0.0.9',
    peer_address: '10.0.0.9',
    port: 5432,
    sent_bytes: 1000,
    received_bytes: 5000,
    opened: 3,
  });
  const always: WireLine[] = [process(atMs, nginx, 10), asked, { ...asked, minute: iso(atMs - MINUTE_MS), opened: 1, failed: 1 }];
  if (!isToday) return always;
  return [
    ...always,
    process(atMs, shell, 20),
    {
      ...process(atMs, curl, 21),
      exited_at: iso(atMs + 5),
      exit_code: 0,
      exe_path: '/usr/bin/curl',
      command_line: 'curl https://new.example.com',
    },
    exec(atMs, curl, 21),
    connection(atMs, {
      application: curl,
      peer: 'name:new.example.com',
      peer_address: '203.0.113.7',
      peer_name: 'new.example.com',
      port: 443,
      sent_bytes: 70,
      received_bytes: 900,
      opened: 1,
    }),
    {
      table: 'dns',
      asked_at: iso(atMs),
      application: curl,
      server_address: '10.0.0.2',
      name: 'new.example.com',
      record_type: 'A',
      response_code: 'NOERROR',
      answer_address: '203.0.113.7',
      ttl: 60,
    },
    metric(atMs, 5),
    metric(atMs - MINUTE_MS, 0),
    {
      table: 'agent_gap',
      started_at: iso(atMs - 10),
      ended_at: iso(atMs),
      lost_where: 'ring',
      lost_what: 'exec',
      lost: 5,
      reason: 'the ring was full',
    },
  ];
}

function dbLines(atMs: number): WireLine[] {
  return [
    { ...process(atMs, postgres, 30), container_id: containerId, user_name: 'postgres' },
    connection(atMs, {
      direction: 'inbound',
      application: postgres,
      local_address: '10.0.0.9',
      peer: 'ip:10.0.0.5',
      peer_address: '10.0.0.5',
      port: 5432,
      sent_bytes: 5000,
      received_bytes: 1000,
      opened: 3,
    }),
    { table: 'listener', seen_at: iso(atMs), protocol: 'tcp', address: '0.0.0.0', port: 5432, application: postgres },
    {
      table: 'container',
      seen_at: iso(atMs),
      container_id: containerId,
      runtime: 'docker',
      name: 'pg',
      image_repository: 'team/postgres',
      image_tag: '16',
      labels: {},
    },
  ];
}

function machineLine(hostname: string, addresses: readonly string[], atMs: number): WireLine {
  return {
    table: 'machine',
    seen_at: iso(atMs),
    hostname,
    os: 'Linux',
    os_name: 'debian',
    os_version: '12',
    os_description: 'Debian GNU/Linux 12',
    kernel_release: '6.1.0',
    kernel_version: '#1 SMP',
    architecture: 'x64',
    cpu_count: 4,
    memory_bytes: 8_000_000_000,
    booted_at: iso(atMs - 1000 * MINUTE_MS),
    addresses,
    tags: { Env: 'test' },
    agent_version: '0.1.0',
    agent_started_at: iso(atMs - 900 * MINUTE_MS),
    tiers: { process: 'tracepoint', dns: hostname === 'db-1' ? 'none' : 'tracepoint' },
    tier_reasons: {},
  };
}

function process(atMs: number, application: string, pid: number): Extract<WireLine, { table: 'process' }> {
  return {
    table: 'process',
    seen_at: iso(atMs),
    started_at: iso(atMs - 1000),
    pid,
    pid_hash: 1000 + pid,
    parent_pid: 1,
    parent_pid_hash: 1001,
    group_id: pid,
    session_id: pid,
    uid: 1000,
    gid: 1000,
    user_name: 'ada',
    exe_path: '/usr/bin/program',
    command_line: `program --pid ${pid}`,
    is_command_line_cut: false,
    cwd: '/',
    comm: 'program',
    application,
    kept_because: 'network',
  };
}

function exec(atMs: number, application: string, pid: number): WireLine {
  return {
    table: 'exec',
    executed_at: iso(atMs),
    pid,
    pid_hash: 1000 + pid,
    started_at: iso(atMs),
    parent_pid: 20,
    parent_pid_hash: 1020,
    parent_exe_path: '/usr/bin/bash',
    parent_application: shell,
    uid: 1000,
    gid: 1000,
    effective_uid: 1000,
    user_name: 'ada',
    exe_path: '/usr/bin/curl',
    command_line: 'curl https://new.example.com',
    is_command_line_cut: false,
    comm: 'curl',
    application,
  };
}

type Connection = Extract<WireLine, { table: 'connection' }>;

function connection(
  atMs: number,
  own: Pick<Connection, 'application' | 'peer' | 'peer_address' | 'port' | 'sent_bytes' | 'received_bytes' | 'opened'> &
    Partial<Connection>,
): Connection {
  return {
    table: 'connection',
    minute: iso(atMs),
    direction: 'outbound',
    protocol: 'tcp',
    local_address: '10.0.0.5',
    failed: 0,
    open: 0,
    first_at: iso(atMs),
    last_at: iso(atMs + 100),
    ...own,
  };
}

function metric(atMs: number, lost: number): WireLine {
  return {
    table: 'agent_metric',
    at: iso(atMs),
    cpu_percent: 0.5,
    resident_bytes: 50_000_000,
    captured: 100,
    lost,
    rows_sent: 10,
    bytes_sent: 1000,
    queued_rows: 0,
    spooled_bytes: 0,
    spooled_batches: 0,
    processes_known: 3,
    tiers: {},
  };
}
