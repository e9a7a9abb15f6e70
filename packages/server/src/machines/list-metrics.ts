import { endpoints } from '@weft/schema';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handler } from '../http/handler.ts';
import { readTimeRange, type TimeRange } from '../http/time-range.ts';

const row = contractRow(endpoints.listMachineMetrics.answer.shape.rows.element);

const MAX_POINTS = 1_000;
const MINUTE_SECONDS = 60;

/** Points are as wide as needed; rates are averaged, events summed, levels taken at their highest. */
export function createListMetrics({ warehouse, clock }: DataParts): Handler<'listMachineMetrics'> {
  return async ({ input }) => {
    const range = readTimeRange(input, clock.nowMs());
    if (range.kind === 'error') return range.error;
    const rows = await warehouse.query(row, {
      sql: `SELECT
          max(agent_metric.at) AS at, avg(cpu_percent) AS cpuPercent, avg(kernel_percent) AS kernelPercent,
          max(resident_bytes) AS residentBytes, sum(agent_metric.captured) AS captured, sum(agent_metric.lost) AS lost, sum(rows_sent) AS rowsSent,
          sum(bytes_sent) AS bytesSent, max(queued_rows) AS queuedRows, max(spooled_bytes) AS spooledBytes,
          max(spooled_batches) AS spooledBatches, max(processes_known) AS processesKnown
        FROM agent_metric
        WHERE machine_id = {machine:String} AND agent_metric.at >= {from:DateTime64(3)} AND agent_metric.at < {to:DateTime64(3)}
        GROUP BY intDiv(toUnixTimestamp(agent_metric.at), {step:UInt32})
        ORDER BY at`,
      parameters: { machine: input.machineId, ...range.value, step: stepSeconds(range.value) },
    });
    return answer({ rows: [...rows], total: rows.length });
  };
}

/** Whole minutes, so many that the range has at most {@link MAX_POINTS} steps. */
export function stepSeconds({ from, to }: TimeRange): number {
  const minutes = (to.getTime() - from.getTime()) / 1000 / MINUTE_SECONDS;
  return Math.max(1, Math.ceil(minutes / MAX_POINTS)) * MINUTE_SECONDS;
}
