import type { Table } from './table.ts';

export const edgeHour = {
  oneRowIs: 'an edge of the behaviour graph on one machine in one hour',
  lqlSources: ['WEFT_EDGES'],
  writtenBy: 'views',
  keeps: 'fold',
  timeColumn: 'hour',
  sortKey: ['hour', 'type', 'source', 'target', 'port', 'machine_id'],
  columns: {
    hour: { kind: 'time', meaning: 'Start of the hour.', lql: 'HOUR' },
    type: { kind: 'word', meaning: '`launch`, `connect`, `accept` or `dns`.', lql: 'TYPE' },
    source: { kind: 'text', meaning: 'Node that acts.', lql: 'SOURCE' },
    target: { kind: 'text', meaning: 'Node acted on.', lql: 'TARGET' },
    port: { kind: 'count', unit: 'port', meaning: 'Port of the accepting side; 0 where there is none.', lql: 'PORT' },
    machine_id: { kind: 'word', meaning: 'The machine that saw it.', lql: 'MACHINE_ID' },
    events: { kind: 'count', fold: 'sum', meaning: 'Launches, connections or questions.', lql: 'EVENTS' },
    failed: {
      kind: 'count',
      fold: 'sum',
      meaning: 'Connections refused or never answered; questions answered with an error.',
      lql: 'FAILED',
    },
    sent_bytes: { kind: 'count', unit: 'bytes', fold: 'sum', meaning: 'Payload from source to target.', lql: 'SENT_BYTES' },
    received_bytes: { kind: 'count', unit: 'bytes', fold: 'sum', meaning: 'Payload from target to source.', lql: 'RECEIVED_BYTES' },
    instances: { kind: 'distinct', meaning: 'Distinct processes of the reporting side.' },
    first_at: { kind: 'time', fold: 'min', meaning: 'First seen in the hour.', lql: 'FIRST_AT' },
    last_at: { kind: 'time', fold: 'max', meaning: 'Last seen in the hour.', lql: 'LAST_AT' },
  },
} as const satisfies Table;

export const nodeHour = {
  oneRowIs: 'an application on one machine in one hour',
  lqlSources: ['WEFT_NODES'],
  writtenBy: 'views',
  keeps: 'fold',
  timeColumn: 'hour',
  sortKey: ['application', 'hour', 'machine_id'],
  columns: {
    application: { kind: 'text', meaning: 'The application.', lql: 'APPLICATION' },
    hour: { kind: 'time', meaning: 'Start of the hour.', lql: 'HOUR' },
    machine_id: { kind: 'word', meaning: 'Where it ran.', lql: 'MACHINE_ID' },
    instances: { kind: 'distinct', meaning: 'Distinct processes.' },
    users: { kind: 'texts', fold: 'union', meaning: 'User names it ran as.', lql: 'USERS' },
    exe_paths: { kind: 'texts', fold: 'union', meaning: 'Executables it ran.', lql: 'EXE_PATHS' },
    containers: { kind: 'texts', fold: 'union', meaning: 'Containers it ran in.', lql: 'CONTAINERS' },
    execs: { kind: 'count', fold: 'sum', meaning: 'Programs started as it.', lql: 'EXECS' },
    first_at: { kind: 'time', fold: 'min', meaning: 'First seen in the hour.', lql: 'FIRST_AT' },
    last_at: { kind: 'time', fold: 'max', meaning: 'Last seen in the hour.', lql: 'LAST_AT' },
  },
} as const satisfies Table;

export const edgeSeen = {
  oneRowIs: 'an edge of the behaviour graph, on any machine, with when it was seen first and last',
  lqlSources: [],
  writtenBy: 'views',
  keeps: 'fold',
  timeColumn: 'last_at',
  sortKey: ['type', 'source', 'target', 'port'],
  columns: {
    type: edgeHour.columns.type,
    source: edgeHour.columns.source,
    target: edgeHour.columns.target,
    port: edgeHour.columns.port,
    first_at: { kind: 'time', fold: 'min', meaning: 'First seen, within retention.' },
    last_at: { kind: 'time', fold: 'max', meaning: 'Last seen.' },
  },
} as const satisfies Table;

export const applicationSeen = {
  oneRowIs: 'an application, on any machine, with when it was seen first and last',
  lqlSources: [],
  writtenBy: 'views',
  keeps: 'fold',
  timeColumn: 'last_at',
  sortKey: ['application'],
  columns: {
    application: nodeHour.columns.application,
    first_at: edgeSeen.columns.first_at,
    last_at: edgeSeen.columns.last_at,
  },
} as const satisfies Table;

export const machineHour = {
  oneRowIs: 'what happened on one machine in one hour, in numbers',
  lqlSources: [],
  writtenBy: 'views',
  keeps: 'fold',
  timeColumn: 'hour',
  sortKey: ['hour', 'machine_id'],
  columns: {
    hour: edgeHour.columns.hour,
    machine_id: edgeHour.columns.machine_id,
    processes: { kind: 'distinct', meaning: 'Distinct processes.' },
    execs: { kind: 'count', fold: 'sum', meaning: 'Programs started.' },
    connections: {
      kind: 'count',
      fold: 'sum',
      meaning: 'Connections that began; one between two applications of the machine counts once, where it was opened.',
    },
  },
} as const satisfies Table;
