import type { Column } from './column.ts';

/** Columns that the intake adds to every row an agent sends. */
export const intakeColumns = {
  machine_id: { kind: 'word', meaning: 'The machine that reported the row.', filledBy: 'server', lql: 'MACHINE_ID' },
  mid: {
    kind: 'count',
    meaning: 'The machine as a number, for queries written against published sources.',
    filledBy: { expression: 'bitShiftRight(sipHash64(machine_id), 11)' },
    lql: 'MID',
  },
  batch_id: { kind: 'text', meaning: 'The batch that brought the row.', filledBy: 'server', lql: 'BATCH_ID' },
  received_at: { kind: 'time', meaning: 'When the server stored the row.', filledBy: 'server', lql: 'RECORD_CREATED_TIME' },
} as const satisfies Record<string, Column>;

/** Where a process runs; joined by the agent. */
export const containerColumns = {
  container_id: {
    kind: 'text',
    isOptional: true,
    meaning: 'Runtime id of the container (64 hexadecimal digits); absent on the host itself.',
    lql: 'CONTAINER_ID',
  },
  is_in_container: {
    kind: 'word',
    meaning: "'true' or 'false', as published queries compare it.",
    filledBy: { expression: "if(container_id IS NULL, 'false', 'true')" },
    lql: 'IS_IN_CONTAINER',
  },
} as const satisfies Record<string, Column>;

export const pidHash = {
  kind: 'count',
  meaning: 'The process on this machine, across pid reuse: hash of machine, pid and start time.',
  lql: 'PID_HASH',
} as const satisfies Column;

export const application = {
  kind: 'text',
  meaning: 'The application: owner, executable and user class; the same on every machine.',
  lql: 'APPLICATION',
} as const satisfies Column;
