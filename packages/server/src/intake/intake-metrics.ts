import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the intake counts. Labels are bounded: outcomes and tables of the catalogue. */
export interface IntakeMetrics {
  readonly batches: Counter<'outcome'>;
  readonly rows: Counter;
  readonly rejectedRows: Counter;
  readonly unreadableRows: Counter;
  readonly receivedBytes: Counter;
  readonly unpackedBytes: Counter;
  readonly failedGroups: Counter<'step'>;
  readonly groupRows: Histogram;
  readonly groupSeconds: Histogram;
  readonly insertSeconds: Histogram<'table'>;
}

export interface IntakeGauges {
  readonly inFlightBytes: () => number;
  readonly freeDiskBytes: () => number | undefined;
}

export function createIntakeMetrics(registry: Registry, gauges: IntakeGauges): IntakeMetrics {
  const registers = [registry];
  const seconds = { buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers };
  addGauge(registers, 'weft_intake_in_flight_bytes', 'Bytes of batches that are not acknowledged yet.', gauges.inFlightBytes);
  addGauge(registers, 'weft_disk_free_bytes', 'Free space on the disk of the state folder.', () => gauges.freeDiskBytes() ?? Number.NaN);
  return {
    batches: new Counter({
      name: 'weft_intake_batches_total',
      help: 'Batches answered, by outcome: stored, duplicate, or the error code.',
      labelNames: ['outcome'],
      registers,
    }),
    rows: new Counter({ name: 'weft_intake_rows_total', help: 'Rows stored.', registers }),
    rejectedRows: new Counter({ name: 'weft_intake_rejected_rows_total', help: 'Rows rejected as bad lines.', registers }),
    unreadableRows: new Counter({
      name: 'weft_intake_unreadable_rows_total',
      help: 'Rows that passed the checks and that the warehouse could not read; left out, see the log.',
      registers,
    }),
    receivedBytes: new Counter({ name: 'weft_intake_received_bytes_total', help: 'Bytes of accepted bodies, compressed.', registers }),
    unpackedBytes: new Counter({ name: 'weft_intake_unpacked_bytes_total', help: 'Bytes of accepted bodies, unpacked.', registers }),
    failedGroups: new Counter({
      name: 'weft_intake_failed_groups_total',
      help: 'Attempts to store a group of batches that failed, by step.',
      labelNames: ['step'],
      registers,
    }),
    groupRows: new Histogram({
      name: 'weft_intake_group_rows',
      help: 'Rows stored together.',
      buckets: [1, 10, 100, 1000, 5000, 10_000, 50_000, 100_000],
      registers,
    }),
    groupSeconds: new Histogram({ name: 'weft_intake_group_seconds', help: 'From a closed group to all of it stored.', ...seconds }),
    insertSeconds: new Histogram({
      name: 'weft_intake_insert_seconds',
      help: 'One insertion, by table.',
      labelNames: ['table'],
      ...seconds,
    }),
  };
}

function addGauge(registers: Registry[], name: string, help: string, read: () => number): void {
  const gauge: Gauge = new Gauge({ name, help, registers, collect: (): void => gauge.set(read()) });
}
