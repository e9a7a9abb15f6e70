import type { WireLine } from '@weft/schema';

/** Rows as a busy machine sends them: of twenty, ten execs, six connections, three processes, one DNS answer. */
export function sampleRow(number: number, at: string): WireLine {
  const kind = number % 20;
  const application = `unit:service-${number % 40}.service|program-${number % 60}|service`;
  if (kind < 10) return execRow(number, at, application);
  if (kind < 16) return connectionRow(number, at, application);
  return kind < 19 ? processRow(number, at, application) : dnsRow(number, at, application);
}

const userNames = ['root', 'www-data', 'postgres', 'app'] as const;

function shared(number: number): { readonly pid_hash: number; readonly user_name: string } {
  return { pid_hash: (number * 2_654_435_761) % 2 ** 52, user_name: userNames[number % 4] ?? 'root' };
}

function execRow(number: number, at: string, application: string): WireLine {
  const { pid_hash, user_name } = shared(number);
  return {
    table: 'exec',
    executed_at: at,
    started_at: at,
    pid: number % 4_000_000,
    pid_hash,
    parent_pid: 812,
    parent_pid_hash: 771_234_567_812,
    parent_exe_path: '/usr/bin/bash',
    parent_application: `unit:service-${number % 40}.service|bash|service`,
    uid: 1000,
    gid: 1000,
    effective_uid: 1000,
    user_name,
    exe_path: `/usr/bin/program-${number % 60}`,
    command_line: `program-${number % 60} --input /var/lib/app/in-${number} --output /var/lib/app/out-${number} --verbose`,
    is_command_line_cut: false,
    cwd: '/var/lib/app',
    comm: `program-${number % 60}`.slice(0, 15),
    application,
  };
}

function connectionRow(number: number, at: string, application: string): WireLine {
  const peer = `10.${number % 4}.${number % 50}.${number % 250}`;
  return {
    table: 'connection',
    minute: at,
    direction: number % 3 === 0 ? 'inbound' : 'outbound',
    protocol: 'tcp',
    application,
    ...shared(number),
    exe_path: `/usr/bin/program-${number % 60}`,
    local_address: '10.0.0.7',
    peer_address: peer,
    peer: `ip:${peer}`,
    port: [443, 5432, 6379, 8080][number % 4] ?? 443,
    opened: 3,
    failed: 0,
    open: 1,
    sent_bytes: number * 31,
    received_bytes: number * 17,
    first_at: at,
    last_at: at,
  };
}

function processRow(number: number, at: string, application: string): WireLine {
  return {
    table: 'process',
    seen_at: at,
    started_at: at,
    pid: number % 4_000_000,
    ...shared(number),
    parent_pid: 812,
    parent_pid_hash: 771_234_567_812,
    group_id: 812,
    session_id: 812,
    uid: 1000,
    gid: 1000,
    effective_user_name: 'app',
    exe_path: `/usr/bin/program-${number % 60}`,
    command_line: `program-${number % 60} --serve ${number}`,
    is_command_line_cut: false,
    cwd: '/var/lib/app',
    comm: 'program',
    application,
    kept_because: 'network',
  };
}

function dnsRow(number: number, at: string, application: string): WireLine {
  return {
    table: 'dns',
    asked_at: at,
    application,
    pid_hash: shared(number).pid_hash,
    server_address: '10.0.0.2',
    name: `service-${number % 300}.internal.example`,
    record_type: 'A',
    response_code: 'NOERROR',
    answer_address: `10.1.${number % 200}.7`,
    ttl: 60,
    packet_bytes: 91,
  };
}
