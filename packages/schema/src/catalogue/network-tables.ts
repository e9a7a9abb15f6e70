import { application, containerColumns, intakeColumns } from './shared-columns.ts';
import type { Table } from './table.ts';

const someProcess = {
  kind: 'count',
  isOptional: true,
  meaning: 'One process of the application that did it; absent when none could be found.',
  lql: 'PID_HASH',
} as const;

export const connection = {
  oneRowIs: 'what one application exchanged with one peer on one port in one minute',
  lqlSources: ['LW_HA_CONNECTION_SUMMARY'],
  writtenBy: 'agent',
  keeps: 'append',
  timeColumn: 'minute',
  sortKey: ['machine_id', 'minute', 'application'],
  columns: {
    ...intakeColumns,
    minute: { kind: 'time', meaning: 'Start of the minute.', lql: 'BATCH_START_TIME' },
    direction: { kind: 'word', meaning: '`outbound`: the application connected. `inbound`: it accepted.' },
    protocol: { kind: 'word', meaning: '`tcp`.' },
    application: { ...application, meaning: 'The application on this machine; `machine` where no process could be found.' },
    pid_hash: someProcess,
    exe_path: { kind: 'text', isOptional: true, meaning: 'Executable of that process.' },
    user_name: { kind: 'word', isOptional: true, meaning: 'User of that process.', lql: 'USERNAME' },
    local_address: { kind: 'text', meaning: 'Address on this machine.' },
    peer_address: { kind: 'text', meaning: 'Address of the other side.' },
    peer_name: { kind: 'text', isOptional: true, meaning: 'Name the application asked for before it connected; absent when unknown.' },
    peer_application: { kind: 'text', isOptional: true, meaning: 'The application at the other side, when it runs on this same machine.' },
    peer: { kind: 'text', meaning: 'The other side as a node of the graph.' },
    port: { kind: 'count', unit: 'port', meaning: 'Port of the accepting side.' },
    opened: { kind: 'count', meaning: 'Connections that began in the minute.', lql: 'NUM_CONNS' },
    failed: { kind: 'count', meaning: 'Attempts that never reached the peer or were refused.' },
    open: { kind: 'count', meaning: 'Connections that were open at the end of the minute.' },
    sent_bytes: {
      kind: 'count',
      unit: 'bytes',
      meaning: 'Payload sent by this side and acknowledged by the peer, in the minute.',
      lql: 'SRC_OUT_BYTES',
    },
    received_bytes: { kind: 'count', unit: 'bytes', meaning: 'Payload received by this side in the minute.', lql: 'SRC_IN_BYTES' },
    first_at: { kind: 'time', meaning: 'First activity in the minute.' },
    last_at: { kind: 'time', meaning: 'Last activity in the minute.' },
    ...containerColumns,
  },
} as const satisfies Table;

export const listener = {
  oneRowIs: 'a listening socket seen in the hour',
  lqlSources: ['WEFT_LISTENERS'],
  writtenBy: 'agent',
  keeps: 'latest',
  version: 'seen_at',
  timeColumn: 'seen_at',
  sortKey: ['machine_id', 'toStartOfHour(seen_at)', 'protocol', 'address', 'port', 'application'],
  columns: {
    ...intakeColumns,
    seen_at: { kind: 'time', meaning: 'When the agent last looked at the socket.' },
    closed_at: { kind: 'time', isOptional: true, meaning: 'When it stopped listening.' },
    protocol: { kind: 'word', meaning: '`tcp`.', lql: 'PROTOCOL' },
    address: { kind: 'text', meaning: 'Bind address; `0.0.0.0` or `::` is every interface.', lql: 'ADDRESS' },
    port: { kind: 'count', unit: 'port', meaning: 'Port.', lql: 'PORT' },
    application,
    pid_hash: someProcess,
    exe_path: { kind: 'text', isOptional: true, meaning: 'Executable of that process.', lql: 'EXE_PATH' },
    user_name: { kind: 'word', isOptional: true, meaning: 'User of that process.', lql: 'USERNAME' },
    ...containerColumns,
  },
} as const satisfies Table;

export const dns = {
  oneRowIs: 'one answer to a name asked; one row without answer when there was none',
  lqlSources: ['LW_HA_DNS_REQUESTS'],
  writtenBy: 'agent',
  keeps: 'append',
  timeColumn: 'asked_at',
  sortKey: ['machine_id', 'asked_at'],
  columns: {
    ...intakeColumns,
    asked_at: { kind: 'time', meaning: 'When the question left the machine.' },
    application: { ...application, meaning: 'The application that asked; `machine` where no process could be found.' },
    pid_hash: someProcess,
    server_address: { kind: 'text', meaning: 'The name server asked.', lql: 'SRV_IP_ADDR' },
    name: { kind: 'text', meaning: 'The name asked, lower case, without the final dot.', lql: 'HOSTNAME' },
    record_type: { kind: 'word', meaning: '`A`, `AAAA`, `CNAME` and so on.' },
    response_code: { kind: 'word', isOptional: true, meaning: '`NOERROR`, `NXDOMAIN` and so on; absent when no answer came.' },
    answer_address: { kind: 'text', isOptional: true, meaning: 'The address answered.', lql: 'HOST_IP_ADDR' },
    ttl: { kind: 'count', unit: 'seconds', isOptional: true, meaning: 'How long the answer may be kept.', lql: 'TTL' },
    packet_bytes: { kind: 'count', unit: 'bytes', isOptional: true, meaning: 'Size of the answer.', lql: 'PKTLEN' },
    ...containerColumns,
  },
} as const satisfies Table;
