/** The intake about itself, for the overview, `/readyz` and the system page. */
export interface IntakeStatus {
  /** `starting`: journals are being replayed. `failing`: the last group cannot be stored, see the log. `closing`: the server goes down. */
  readonly state: 'starting' | 'open' | 'overloaded' | 'disk-full' | 'failing' | 'closing';
  /** Over the last 5 minutes. */
  readonly rowsPerSecond: number;
  /** Since the server started. */
  readonly rejectedRows: number;
  /** Unix milliseconds. */
  readonly lastBatchAtMs: number | undefined;
  /** From the last byte of a batch to its acknowledgement, 99th percentile of the last 1,000 batches. */
  readonly secondsToStoreP99: number | undefined;
  /** Of the disk that holds the state; undefined when that cannot be known. */
  readonly freeDiskBytes: number | undefined;
}
