import type { CommandLineFilter } from './argument-filter.ts';

/** The agent's settings: checked, merged, frozen. */
export interface AgentConfig {
  readonly token: string;
  readonly serverUrl: URL;
  /** `proxyurl`; `direct` is none even when the environment names one. */
  readonly proxyUrl: string | undefined;
  /** PEM of the CA that signed the server's certificate. */
  readonly caFile: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly commandLineFilter: CommandLineFilter;
  /** Resident memory above which the agent starts itself anew. */
  readonly memoryLimitBytes: number;
  /** Where the container runtime answers: `unix:///path`. */
  readonly containerEndpoint: string | undefined;
  /** Leading bits kept of the addresses of inbound public IPv4 peers. */
  readonly anonymizeIncomingBits: number | undefined;
  /** `WEFT_VERBOSE`: the log says every batch. */
  readonly isVerbose: boolean;
}
