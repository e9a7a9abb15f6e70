import type { WireLine } from '@weft/schema';

/** Counters of the agent, which only grow, and what it is now. */
export interface AgentState {
  /** CPU time of the process, µs. */
  readonly cpuUs: number;
  /** CPU time of the kernel programs, ns; undefined when the kernel does not measure it. */
  readonly kernelNs: number | undefined;
  readonly captured: number;
  readonly lost: number;
  readonly rowsSent: number;
  readonly bytesSent: number;
  readonly residentBytes: number;
  readonly queuedRows: number;
  readonly spooledBytes: number;
  readonly spooledBatches: number;
  readonly processesKnown: number;
  readonly tiers: Readonly<Record<string, string>>;
}

/** The row of the time between two looks at the agent. Pure. */
export function metricRow(before: AgentState, now: AgentState, elapsedMs: number, atMs: number): WireLine {
  const percent = (us: number): number => Math.round((us / 10 / elapsedMs) * 1000) / 1000;
  const kernelUs = now.kernelNs === undefined ? undefined : (now.kernelNs - (before.kernelNs ?? 0)) / 1000;
  return {
    table: 'agent_metric',
    at: new Date(atMs).toISOString(),
    cpu_percent: percent(now.cpuUs - before.cpuUs),
    kernel_percent: kernelUs === undefined ? undefined : percent(Math.max(0, kernelUs)),
    resident_bytes: now.residentBytes,
    captured: now.captured - before.captured,
    lost: now.lost - before.lost,
    rows_sent: now.rowsSent - before.rowsSent,
    bytes_sent: now.bytesSent - before.bytesSent,
    queued_rows: now.queuedRows,
    spooled_bytes: now.spooledBytes,
    spooled_batches: now.spooledBatches,
    processes_known: now.processesKnown,
    tiers: now.tiers,
  };
}
