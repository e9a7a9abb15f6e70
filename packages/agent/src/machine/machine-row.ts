import type { WireLine } from '@weft/schema';

/** What the machine is, as the operating system tells it. */
export interface MachineFacts {
  readonly hostname: string;
  readonly osName: string;
  readonly osVersion: string;
  readonly osDescription: string;
  readonly kernelRelease: string;
  readonly kernelVersion: string;
  readonly architecture: string;
  readonly cpuModel: string | undefined;
  readonly cpuCount: number;
  readonly memoryBytes: number;
  readonly bootedAtMs: number;
  readonly addresses: readonly string[];
}

/** What the agent adds about itself. */
export interface AgentFacts {
  readonly version: string;
  readonly startedAtMs: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly tiers: Readonly<Record<string, string>>;
  readonly tierReasons: Readonly<Record<string, string>>;
}

export function machineRow(machine: MachineFacts, agent: AgentFacts, nowMs: number): WireLine {
  return {
    table: 'machine',
    seen_at: new Date(nowMs).toISOString(),
    hostname: machine.hostname,
    os: 'Linux',
    os_name: machine.osName,
    os_version: machine.osVersion,
    os_description: machine.osDescription,
    kernel_release: machine.kernelRelease,
    kernel_version: machine.kernelVersion,
    architecture: machine.architecture,
    cpu_model: machine.cpuModel,
    cpu_count: machine.cpuCount,
    memory_bytes: machine.memoryBytes,
    booted_at: new Date(machine.bootedAtMs).toISOString(),
    addresses: machine.addresses,
    tags: agent.tags,
    agent_version: agent.version,
    agent_started_at: new Date(agent.startedAtMs).toISOString(),
    tiers: agent.tiers,
    tier_reasons: agent.tierReasons,
  };
}
