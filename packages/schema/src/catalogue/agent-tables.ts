import { intakeColumns } from './shared-columns.ts';
import type { Table } from './table.ts';

export const agentMetric = {
  oneRowIs: 'what an agent says about itself, once a minute',
  lqlSources: ['WEFT_AGENT_METRICS'],
  writtenBy: 'agent',
  keeps: 'append',
  timeColumn: 'at',
  sortKey: ['machine_id', 'at'],
  columns: {
    ...intakeColumns,
    at: { kind: 'time', meaning: 'End of the minute.', lql: 'AT' },
    cpu_percent: {
      kind: 'decimal',
      unit: 'percent',
      meaning: 'CPU time of the agent’s process in the minute, of one core.',
      lql: 'CPU_PERCENT',
    },
    kernel_percent: {
      kind: 'decimal',
      unit: 'percent',
      isOptional: true,
      meaning: 'CPU time of its kernel programs, of one core; absent unless `kernel.bpf_stats_enabled` is 1.',
      lql: 'KERNEL_PERCENT',
    },
    resident_bytes: { kind: 'count', unit: 'bytes', meaning: 'Resident memory.', lql: 'RESIDENT_BYTES' },
    captured: { kind: 'count', meaning: 'Events taken from the kernel in the minute.', lql: 'CAPTURED' },
    lost: { kind: 'count', meaning: 'Events lost in the minute, all reasons; `agent_gap` says which and when.', lql: 'LOST' },
    rows_sent: { kind: 'count', meaning: 'Rows the server acknowledged in the minute.', lql: 'ROWS_SENT' },
    bytes_sent: { kind: 'count', unit: 'bytes', meaning: 'Compressed bytes the server acknowledged in the minute.', lql: 'BYTES_SENT' },
    queued_rows: { kind: 'count', meaning: 'Rows waiting in memory.', lql: 'QUEUED_ROWS' },
    spooled_bytes: { kind: 'count', unit: 'bytes', meaning: 'Bytes waiting on disk.', lql: 'SPOOLED_BYTES' },
    spooled_batches: { kind: 'count', meaning: 'Batches waiting on disk.', lql: 'SPOOLED_BATCHES' },
    processes_known: { kind: 'count', meaning: 'Processes in the agent’s table.', lql: 'PROCESSES_KNOWN' },
    tiers: { kind: 'map', meaning: 'Feature to tier, as on the machine.', lql: 'TIERS' },
  },
} as const satisfies Table;

export const agentGap = {
  oneRowIs: 'a stretch of time in which an agent lost something',
  lqlSources: ['WEFT_AGENT_GAPS'],
  writtenBy: 'agent',
  keeps: 'append',
  timeColumn: 'ended_at',
  sortKey: ['machine_id', 'ended_at'],
  columns: {
    ...intakeColumns,
    started_at: { kind: 'time', meaning: 'Nothing was lost before.', lql: 'STARTED_AT' },
    ended_at: { kind: 'time', meaning: 'Nothing was lost after.', lql: 'ENDED_AT' },
    lost_where: {
      kind: 'word',
      meaning: '`ring`, `decoder`, `world`, `queue`, `spool`, `uplink`, or `agent-down`: it did not run.',
      lql: 'LOST_WHERE',
    },
    lost_what: { kind: 'word', meaning: 'Kind of event, row or table.', lql: 'LOST_WHAT' },
    lost: { kind: 'count', isOptional: true, meaning: 'How many; absent when that cannot be known.', lql: 'LOST' },
    reason: { kind: 'text', meaning: 'Why, for a person.', lql: 'REASON' },
  },
} as const satisfies Table;
